namespace Weir.Ledger.Admission;

/// <summary>Which limit a request meets.</summary>
public enum LimitKind
{
    Key,
    WorkspaceBudget,
    Guardrail,
    AccountBalance,
}
