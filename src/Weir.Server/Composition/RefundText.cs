using Weir.Ledger.Entries;

namespace Weir.Server.Composition;

/// <summary>Says why a charge was not given back.</summary>
internal static class RefundText
{
    /// <returns>Null when it was, now or before.</returns>
    public static string? Problem(RefundDraft draft, RefundResult result) => result.Outcome switch
    {
        RefundOutcome.NoCharge => $"There is no charge of generation '{draft.GenerationId.Value}': it is unknown, or cost nothing.",
        RefundOutcome.OtherRefund => $"The idempotency key '{draft.IdempotencyKey}' belongs to another refund (${result.Entry!.Amount} of {result.Entry.GenerationId?.Value}). Choose a new one.",
        RefundOutcome.TooMuch when result.Left.Nanos == 0 => $"The charge of generation '{draft.GenerationId.Value}' has been given back already, all of it.",
        RefundOutcome.TooMuch => $"${draft.Amount} is more than can be given back: ${result.Left} is left of the charge of generation '{draft.GenerationId.Value}'.",
        _ => null,
    };
}
