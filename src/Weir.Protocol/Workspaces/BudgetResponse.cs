namespace Weir.Protocol.Workspaces;

/// <summary>One budget, and what counts under all budgets of its workspace.</summary>
/// <param name="Data">The budget as it is in force.</param>
/// <param name="IncludeByokInBudgets">Whether what is spent at providers with credentials of one's own counts under all of them.</param>
public sealed record BudgetResponse(BudgetRecord Data, bool IncludeByokInBudgets);
