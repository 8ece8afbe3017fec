using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Stages;

/// <summary>Says what came of an answer, once its last event has passed.</summary>
internal static class AnswerConclusion
{
    public static Relayed Of(Committed committed, RelayState relay, AnswerStep last)
    {
        var (end, failure) = EndOf(committed, relay, last);
        var history = committed.Answer.History;
        var parts = AnswerUsage.PartsOf(committed, history);
        return new Relayed
        {
            Committed = history is null ? committed : committed with { Attempts = history.Attempts },
            Parts = parts,
            End = end,
            Failure = failure,
            Usage = AnswerUsage.Of(committed, relay, parts, end),
            FinishReason = end == AnswerEnd.Broken ? FinishReasons.Error : NormalReason(relay),
            NativeFinishReason = relay.NativeFinishReason,
            UpstreamId = parts.IsEmpty ? relay.UpstreamId : parts[^1].UpstreamId,
            ServiceTier = relay.ServiceTier,
            FirstEvent = TimeSpan.Zero,
            Fold = () => relay.Answer,
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
}
