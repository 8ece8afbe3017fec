namespace Weir.OpenRouter;

/// <summary>Workspace member, as <c>WorkspacesClient</c> gets it.</summary>
public sealed record WorkspaceMember : WireRecord
{
    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? Id { get; init; }

    /// <summary>One of <c>admin</c>, <c>member</c>.</summary>
    public string? Role { get; init; }

    public string? UserId { get; init; }

    public string? WorkspaceId { get; init; }
}
