using System.Collections.Immutable;
using Weir.Gateway.Chat;
using Weir.Gateway.Continuation;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Stages;

/// <summary>Says what came of an answer, once its last event has passed.</summary>
internal static class AnswerConclusion
{
    public static Relayed Of(Committed committed, RelayState relay, AnswerStep last)
    {
        var (end, failure) = EndOf(committed, relay, last);
        var history = committed.Answer.History;
        var parts = history is { Parts.Length: > 1 } ? history.Parts : [];
        return new Relayed
        {
            Committed = history is null ? committed : committed with { Attempts = history.Attempts },
            Parts = parts,
            End = end,
            Failure = failure,
            Usage = UsageOf(committed, relay, parts),
            FinishReason = end == AnswerEnd.Broken ? FinishReasons.Error : NormalReason(relay),
            NativeFinishReason = relay.NativeFinishReason,
            UpstreamId = parts.IsEmpty ? relay.UpstreamId : parts[^1].UpstreamId,
            FirstEvent = TimeSpan.Zero,
            Answer = relay.Answer,
            Closing = relay.Closing,
        };
    }

    private static string? NormalReason(RelayState relay) =>
        relay.FinishReason is { } reason ? FinishReasons.Normalise(reason, relay.SawToolCalls) : null;

    private static (AnswerEnd End, AttemptFailure? Failure) EndOf(Committed committed, RelayState relay, AnswerStep last)
    {
        // A connection that breaks after the finish reason takes nothing from the answer; an error object always does.
        if (last.Broken is { } broken && (relay.FinishReason is null || relay.Error is not null))
        {
            return (AnswerEnd.Broken, broken);
        }

        // A stream that ends without a finish reason was cut, whatever end mark it carries. A whole body is never cut: its length was checked.
        if (relay is { FinishReason: null, IsStream: true } && !last.IsAbandoned)
        {
            return (AnswerEnd.Broken, AttemptFailures.Cut(committed.Answer.Candidate));
        }

        return (last.IsAbandoned || committed.Inbound.Client.IsGone ? AnswerEnd.CallerLeft : AnswerEnd.Finished, null);
    }

    private static TokenUsage Estimate(Committed committed, RelayState relay) => committed.Inbound.Operation.Estimate(
        committed.Routed.Prepared.Parsed.Request, relay.Answer.ToJson(), committed.Answer.Candidate.Model.Tokenizer);

    // A kept answer used nothing; of one that several endpoints gave, each said or was counted by itself.
    private static TokenUsage UsageOf(Committed committed, RelayState relay, ImmutableArray<AnswerPart> parts)
    {
        if (committed.Kept is not null)
        {
            return TokenUsage.None;
        }

        return parts.IsEmpty ? relay.Usage ?? Estimate(committed, relay) : TokenUsage.Sum(parts.Select(part => part.Usage));
    }
}
