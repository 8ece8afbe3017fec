namespace Weir.OpenRouter;

/// <summary>The budgets of a workspace.</summary>
public sealed record ListWorkspaceBudgetsResponse : WireRecord
{
    /// <summary>The budgets, one for each period that has one.</summary>
    public IReadOnlyList<WorkspaceBudget>? Data { get; init; }

    /// <summary>True when what providers charge on keys of the account's own counts too; the same for all budgets of the workspace.</summary>
    public bool? IncludeByokInBudgets { get; init; }
}
