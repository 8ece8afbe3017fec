namespace Weir.OpenRouter;

/// <summary>A page of members of a workspace.</summary>
public sealed record ListWorkspaceMembersResponse : WireRecord
{
    /// <summary>The members of this page.</summary>
    public IReadOnlyList<WorkspaceMember>? Data { get; init; }

    /// <summary>How many members there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
