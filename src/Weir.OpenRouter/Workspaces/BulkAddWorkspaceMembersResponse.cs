namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> gets: bulk add workspace members response.</summary>
public sealed record BulkAddWorkspaceMembersResponse : WireRecord
{
    public long? AddedCount { get; init; }

    public IReadOnlyList<WorkspaceMember>? Data { get; init; }
}
