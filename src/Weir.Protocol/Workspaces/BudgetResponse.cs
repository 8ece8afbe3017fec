namespace Weir.Protocol.Workspaces;

/// <summary>One budget, and what counts under all budgets of its workspace.</summary>
public sealed record BudgetResponse(BudgetRecord Data, bool IncludeByokInBudgets);
