namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> gets: list workspace members response.</summary>
public sealed record ListWorkspaceMembersResponse : WireRecord
{
    public IReadOnlyList<WorkspaceMember>? Data { get; init; }

    public long? TotalCount { get; init; }
}
