using System.Collections.Immutable;
using Weir.Gateway.Admission;
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
        var sent = ImagesSent(committed);
        ImmutableArray<AnswerPart> parts = history is { Parts.Length: > 1 } ? WithImages(history.Parts, sent) : [];
        return new Relayed
        {
            Committed = history is null ? committed : committed with { Attempts = history.Attempts },
            Parts = parts,
            End = end,
            Failure = failure,
            Usage = UsageOf(committed, relay, parts, sent, end),
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
    private static TokenUsage UsageOf(Committed committed, RelayState relay, ImmutableArray<AnswerPart> parts, long imagesSent, AnswerEnd end)
    {
        if (committed.Kept is not null)
        {
            return TokenUsage.None;
        }

        if (!parts.IsEmpty)
        {
            return TokenUsage.Sum(parts.Select(part => part.Usage));
        }

        var usage = relay.Usage is not { } said ? Estimate(committed, relay)
            : end == AnswerEnd.CallerLeft && relay.FinishReason is null ? AtLeast(said, Estimate(committed, relay))
            : said;
        return usage with { Images = Math.Max(usage.Images, relay.Images), PromptImages = imagesSent };
    }

    // Some providers say the prompt first and the answer last: of one that was left before, what was said is not all that was produced.
    private static TokenUsage AtLeast(TokenUsage said, TokenUsage counted) => counted.Completion > said.Completion
        ? said with { Completion = counted.Completion, IsEstimate = true }
        : said;

    // Nobody but us says how many images were sent; it is counted where they have a price.
    private static long ImagesSent(Committed committed) => committed.Kept is null && committed.Routed.Plan.Candidates.Any(candidate => candidate.Endpoint.Price.Image is > 0)
        ? MediaTally.Of(committed.Routed.Prepared.Parsed.Request).Images
        : 0;

    // The first part pays for the prompt.
    private static ImmutableArray<AnswerPart> WithImages(ImmutableArray<AnswerPart> parts, long sent) =>
        sent == 0 ? parts : parts.SetItem(0, parts[0] with { Usage = parts[0].Usage with { PromptImages = sent } });
}
