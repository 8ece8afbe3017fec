namespace Weir.Ledger.Guardrails;

/// <summary>Why a guardrail is in force for a request, the widest first.</summary>
public enum GuardrailScope
{
    Workspace,
    Member,
    Key,
}
