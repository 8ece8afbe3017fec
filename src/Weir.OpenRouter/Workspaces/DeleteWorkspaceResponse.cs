namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> gets: delete workspace response.</summary>
public sealed record DeleteWorkspaceResponse : WireRecord
{
    public bool? Deleted { get; init; }
}
