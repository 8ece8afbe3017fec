namespace Weir.OpenRouter;

/// <summary>What a workspace may spend in a period. <c>PUT /workspaces/{id}/budgets/{interval}</c>.</summary>
public sealed record UpsertWorkspaceBudgetRequest : WireRecord
{
    /// <summary>True counts what providers charge on keys of the account's own too, for all budgets of the workspace; null leaves it as it is.</summary>
    public bool? IncludeByokInBudgets { get; init; }

    /// <summary>USD, above 0. A longer period has to have a larger budget, else 400.</summary>
    public required decimal LimitUsd { get; init; }
}
