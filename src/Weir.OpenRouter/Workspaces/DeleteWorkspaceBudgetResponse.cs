namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> gets: delete workspace budget response.</summary>
public sealed record DeleteWorkspaceBudgetResponse : WireRecord
{
    public bool? Deleted { get; init; }
}
