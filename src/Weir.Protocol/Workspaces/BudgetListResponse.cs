namespace Weir.Protocol.Workspaces;

/// <summary>The budgets of a workspace, and what counts under them.</summary>
/// <param name="Data">At most one for each window: daily, weekly, monthly and in all.</param>
/// <param name="IncludeByokInBudgets">Whether what is spent at providers with credentials of one's own counts under all of them.</param>
public sealed record BudgetListResponse(IReadOnlyList<BudgetRecord> Data, bool IncludeByokInBudgets);
