using Weir.Gateway.Chat;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Metering;

/// <summary>Which conversations cost nothing although a provider answered.</summary>
/// <remarks>
/// Those that gave the caller nothing, and those that the provider itself ended with an error. Source: zero completion insurance of the API;
/// always on. What was used stays on record.
/// </remarks>
internal static class CompletionInsurance
{
    /// <param name="operation">What was asked; only a conversation has completion tokens and a reason to end.</param>
    /// <param name="usage">What was used.</param>
    /// <param name="finishReason">Normalised; null when the answer has none.</param>
    public static bool Covers(IOperation operation, TokenUsage usage, string? finishReason) => operation is ChatOperation
        && (finishReason == FinishReasons.Error || (usage.Completion == 0 && string.IsNullOrWhiteSpace(finishReason)));
}
