namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> sends: bulk add workspace members request.</summary>
public sealed record BulkAddWorkspaceMembersRequest : WireRecord
{
    public required IReadOnlyList<string> UserIds { get; init; }
}
