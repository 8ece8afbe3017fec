namespace Weir.OpenRouter;

/// <summary>A budget of a workspace.</summary>
public sealed record GetWorkspaceBudgetResponse : WireRecord
{
    /// <summary>The budget of the period that was asked for.</summary>
    public WorkspaceBudget? Data { get; init; }

    /// <summary>True when what providers charge on keys of the account's own counts too; the same for all budgets of the workspace.</summary>
    public bool? IncludeByokInBudgets { get; init; }
}
