namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> gets: list workspace budgets response.</summary>
public sealed record ListWorkspaceBudgetsResponse : WireRecord
{
    public IReadOnlyList<WorkspaceBudget>? Data { get; init; }

    public bool? IncludeByokInBudgets { get; init; }
}
