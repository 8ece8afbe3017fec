namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> gets: bulk remove workspace members response.</summary>
public sealed record BulkRemoveWorkspaceMembersResponse : WireRecord
{
    public long? RemovedCount { get; init; }
}
