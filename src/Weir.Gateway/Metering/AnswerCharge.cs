using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Metering;

/// <summary>Who pays for an answer, and how much.</summary>
/// <remarks>
/// An answer that the upstream broke is free, and so is a kept one; one that the caller left is charged for what was produced; one that several
/// endpoints gave is one charge, with a line for each. What a provider bills to the owner of a credential is on record even where nothing is charged.
/// </remarks>
internal static class AnswerCharge
{
    public static Charge Of(Relayed relayed)
    {
        if (relayed.Committed.Kept is not null)
        {
            return Charge.None;
        }

        var charge = relayed.Parts.IsEmpty
            ? EndpointCharge.Of(relayed.Usage, relayed.Committed.Answer.Candidate.Endpoint)
            : Charge.Sum(relayed.Parts.Select(part => part.Charge));
        return IsFree(relayed) ? charge.Waived() : charge;
    }

    private static bool IsFree(Relayed relayed) =>
        relayed.End == AnswerEnd.Broken || CompletionInsurance.Covers(relayed.Committed.Inbound.Operation, relayed.Usage, relayed.FinishReason);
}
