using Weir.Ledger.Keys;

namespace Weir.Ledger.Guardrails;

/// <summary>Whose spend counts under the limit of a guardrail.</summary>
/// <remarks>
/// A key's guardrail counts what the key spends, a member's what all keys of the member spend. The one of a workspace is shared by nobody: it counts what
/// the owner of the key spends in that workspace, or the key when it has no owner.
/// </remarks>
internal static class GuardrailBudgets
{
    public static ReadOnlySpan<GuardrailScope> Scopes => [GuardrailScope.Workspace, GuardrailScope.Member, GuardrailScope.Key];

    /// <param name="scope">Of the guardrail.</param>
    /// <param name="key">What the key has spent.</param>
    /// <param name="member">What its owner has spent; null: it has none.</param>
    public static SpendState CounterOf(GuardrailScope scope, SpendState key, MemberSpend? member) => scope switch
    {
        GuardrailScope.Workspace => member?.InWorkspace ?? key,
        GuardrailScope.Member => member?.Everywhere ?? key,
        _ => key,
    };
}
