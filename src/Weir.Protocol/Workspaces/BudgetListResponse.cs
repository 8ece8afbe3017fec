namespace Weir.Protocol.Workspaces;

/// <summary>The budgets of a workspace, and what counts under them.</summary>
public sealed record BudgetListResponse(IReadOnlyList<BudgetRecord> Data, bool IncludeByokInBudgets);
