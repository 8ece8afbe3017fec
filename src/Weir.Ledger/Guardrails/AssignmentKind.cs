namespace Weir.Ledger.Guardrails;

/// <summary>What a guardrail is assigned to.</summary>
public enum AssignmentKind
{
    Key,
    Member,
}
