namespace Weir.Ledger.Workspaces;

/// <summary>What became of setting a budget.</summary>
/// <param name="WorkspaceBefore">The workspace as it was.</param>
/// <param name="Workspace">As it is now.</param>
/// <param name="Before">The budget of the window as it was; null: there was none.</param>
/// <param name="Saved">As it is now; null: it was not set.</param>
/// <param name="Contradicted">Why not: a longer window must allow more than a shorter one, and this is the other one.</param>
public sealed record BudgetChange(
    WorkspaceRow WorkspaceBefore, WorkspaceRow Workspace, BudgetRow? Before, BudgetRow? Saved, BudgetRow? Contradicted);
