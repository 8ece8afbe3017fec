namespace Weir.Ledger.Guardrails;

/// <summary>The guardrails that are in force for a caller: at most one of each scope.</summary>
/// <param name="Workspace">Of the workspace of the key.</param>
/// <param name="Member">Of the owner of the key.</param>
/// <param name="Key">Of the key itself.</param>
public readonly record struct AppliedGuardrails(GuardrailRow? Workspace, GuardrailRow? Member, GuardrailRow? Key)
{
    public bool IsEmpty => Workspace is null && Member is null && Key is null;

    /// <summary>Whether any of them counts what is spent with credentials of one's own.</summary>
    public bool CountByok => Workspace?.IncludeByokInBudgets == true || Member?.IncludeByokInBudgets == true || Key?.IncludeByokInBudgets == true;

    /// <summary>The guardrail of a scope; null when there is none.</summary>
    public GuardrailRow? this[GuardrailScope scope] => scope switch
    {
        GuardrailScope.Workspace => Workspace,
        GuardrailScope.Member => Member,
        _ => Key,
    };
}
