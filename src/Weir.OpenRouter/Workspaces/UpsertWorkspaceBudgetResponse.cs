namespace Weir.OpenRouter;

/// <summary>A budget of a workspace, as it is now.</summary>
public sealed record UpsertWorkspaceBudgetResponse : WireRecord
{
    /// <summary>The budget.</summary>
    public WorkspaceBudget? Data { get; init; }

    /// <summary>True when what providers charge on keys of the account's own counts too; the same for all budgets of the workspace.</summary>
    public bool? IncludeByokInBudgets { get; init; }
}
