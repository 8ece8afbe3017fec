using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Metering;

/// <summary>Who pays for an answer, and how much.</summary>
/// <remarks>
/// An answer that the upstream broke is free, and so is a kept one; one that the caller left is charged for what was produced; one that several
/// endpoints gave is one charge, with a line for each.
/// </remarks>
internal static class AnswerCharge
{
    public static Charge Of(Relayed relayed) => relayed switch
    {
        { End: AnswerEnd.Broken } or { Committed.Kept: not null } => Charge.None,
        _ when CompletionInsurance.Covers(relayed.Committed.Inbound.Operation, relayed.Usage, relayed.FinishReason) => Charge.None,
        { Parts.IsEmpty: false } => Charge.Sum(relayed.Parts.Select(part => part.Charge)),
        _ => Charge.Of(relayed.Usage, relayed.Committed.Answer.Candidate.Endpoint.Price),
    };
}
