namespace Weir.OpenRouter;

/// <summary>Settings of requests under a name, without their versions. <c>@preset/slug</c> as a model uses it.</summary>
public sealed record Preset : WireRecord
{
    /// <summary>When it was made, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>Id of the user who made it; null if it is not known.</summary>
    public string? CreatorUserId { get; init; }

    /// <summary>What it is for; null if nobody wrote it.</summary>
    public string? Description { get; init; }

    /// <summary>UUID of the version that requests use; null if there is none.</summary>
    public string? DesignatedVersionId { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Id { get; init; }

    /// <summary>Display name of the preset.</summary>
    public string? Name { get; init; }

    /// <summary>What requests name it by, after <c>@preset/</c>.</summary>
    public string? Slug { get; init; }

    /// <summary>One of <c>active</c>, <c>disabled</c>, <c>archived</c>; requests can only use active ones.</summary>
    public string? Status { get; init; }

    /// <summary>When <see cref="Status"/> last changed, ISO 8601; null if it never did.</summary>
    public string? StatusUpdatedAt { get; init; }

    /// <summary>When it last changed, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>UUID of the workspace that it belongs to; null if it belongs to none.</summary>
    public string? WorkspaceId { get; init; }
}
