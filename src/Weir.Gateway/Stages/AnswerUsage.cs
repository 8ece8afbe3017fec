using System.Collections.Immutable;
using Weir.Gateway.Continuation;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Stages;

/// <summary>What an answer used: as the provider says, counted here where it does not, and with the images that only we see.</summary>
internal static class AnswerUsage
{
    /// <summary>The parts of an answer that several endpoints gave, the first with the images of the prompt that it pays for; empty where one gave it all.</summary>
    public static ImmutableArray<AnswerPart> PartsOf(Committed committed, AnswerHistory? history)
    {
        if (history is not { Parts: { Length: > 1 } parts })
        {
            return [];
        }

        var sent = ImagesSent(committed);
        return sent == 0 ? parts : parts.SetItem(0, parts[0] with { Usage = parts[0].Usage with { PromptImages = sent } });
    }

    // A kept answer used nothing; of one that several endpoints gave, each said or was counted by itself.
    public static TokenUsage Of(Committed committed, RelayState relay, ImmutableArray<AnswerPart> parts, AnswerEnd end)
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
        return usage with { Images = Math.Max(usage.Images, relay.Images), PromptImages = ImagesSent(committed) };
    }

    private static TokenUsage Estimate(Committed committed, RelayState relay) => committed.Inbound.Operation.Estimate(
        committed.Routed.Prepared.Parsed.Request, relay.Answer.ToJson(), committed.Answer.Candidate.Model.Tokenizer);

    // Some providers say the prompt first and the answer last: of one that was left before, what was said is not all that was produced.
    private static TokenUsage AtLeast(TokenUsage said, TokenUsage counted) => counted.Completion > said.Completion
        ? said with { Completion = counted.Completion, IsEstimate = true }
        : said;

    // Nobody but us says how many images were sent; it is counted where they have a price.
    private static long ImagesSent(Committed committed) => committed.Routed.Plan.Candidates.Any(candidate => candidate.Endpoint.Price.Image is > 0)
        ? committed.Admitted.Media.Images
        : 0;
}
