using System.Collections.Immutable;
using Weir.Ledger.Keys;

namespace Weir.Ledger.Workspaces;

/// <summary>What limits the requests of one workspace: its budgets, and its running spend.</summary>
public sealed record WorkspaceState(SpendState Usage, ImmutableArray<BudgetRow> Budgets)
{
    /// <summary>Whether what providers bill to the owners of credentials counts under the budgets.</summary>
    public bool IncludesByok { get; init; }
}
