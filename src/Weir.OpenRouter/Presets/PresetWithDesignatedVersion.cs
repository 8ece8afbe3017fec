namespace Weir.OpenRouter;

/// <summary>Preset with designated version, as <c>PresetsClient</c> gets it.</summary>
public sealed record PresetWithDesignatedVersion : WireRecord
{
    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? CreatorUserId { get; init; }

    public string? Description { get; init; }

    public string? DesignatedVersionId { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Slug { get; init; }

    /// <summary>One of <c>active</c>, <c>disabled</c>, <c>archived</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? StatusUpdatedAt { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }

    public string? WorkspaceId { get; init; }

    public PresetDesignatedVersion? DesignatedVersion { get; init; }
}
