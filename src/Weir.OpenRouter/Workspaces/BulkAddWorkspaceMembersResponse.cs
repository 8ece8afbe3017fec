namespace Weir.OpenRouter;

/// <summary>Who belongs to a workspace now.</summary>
public sealed record BulkAddWorkspaceMembersResponse : WireRecord
{
    /// <summary>Members who were added, or whose role changed.</summary>
    public long? AddedCount { get; init; }

    /// <summary>Those members.</summary>
    public IReadOnlyList<WorkspaceMember>? Data { get; init; }
}
