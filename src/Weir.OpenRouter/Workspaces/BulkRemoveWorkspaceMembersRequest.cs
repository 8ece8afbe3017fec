namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> sends: bulk remove workspace members request.</summary>
public sealed record BulkRemoveWorkspaceMembersRequest : WireRecord
{
    public required IReadOnlyList<string> UserIds { get; init; }
}
