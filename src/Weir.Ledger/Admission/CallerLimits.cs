using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;

namespace Weir.Ledger.Admission;

/// <summary>The limits that a caller spends under, as they are now.</summary>
/// <param name="Caller">Who spends.</param>
/// <param name="Workspace">Its budgets.</param>
/// <param name="Member">What the owner of the key has spent; null when it has none.</param>
/// <param name="Applied">Its guardrails.</param>
internal readonly record struct CallerLimits(Caller Caller, WorkspaceState Workspace, MemberSpend? Member, AppliedGuardrails Applied)
{
    /// <summary>What is held of a cost at each place. What a guardrail counts is held for it, also where the key's own limit would count less.</summary>
    public HeldAmounts Held(HeldCost cost) => new(
        cost.Charge, cost.Of(Caller.Key.IncludeByokInLimit || Applied.CountByok), cost.Of(Workspace.IncludesByok), cost.Of(Applied.CountByok));
}
