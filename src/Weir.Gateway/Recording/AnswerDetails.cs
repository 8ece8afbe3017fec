using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;
using Weir.Ledger.Records;

namespace Weir.Gateway.Recording;

/// <summary>What a record says of an answer beside who gave it and how it ended: what was sent and made, and what its charge is made of.</summary>
internal static class AnswerDetails
{
    public static GenerationRow AddTo(GenerationRow row, Relayed relayed, Charge charge)
    {
        var (usage, media) = (relayed.Usage, relayed.Committed.Admitted.Media);
        return row with
        {
            PromptTokens = usage.Prompt,
            CompletionTokens = usage.Completion,
            ReasoningTokens = usage.Reasoning,
            CachedTokens = usage.CacheRead,
            CompletionImageTokens = usage.CompletionImage,
            UsageEstimated = usage.IsEstimate,
            PromptMedia = media.Items,
            PromptSounds = media.Sounds,
            CompletionMedia = MediaOf(relayed),
            Charge = charge.Total,
            CacheDiscount = usage is { CacheRead: 0, CacheWrite: 0 } ? null : charge.CacheDiscount,
            WebSearchCharge = charge.WebSearch,
            IsByok = charge.IsByok,
            UpstreamCost = charge.Upstream,
            ServiceTier = relayed.ServiceTier,
        };
    }

    // A kept answer is not taken apart again.
    private static long? MediaOf(Relayed relayed) => relayed.Committed.Kept is not null ? null
        : relayed.Usage.Images + (relayed.Committed.Inbound.ApiType == "tts" && relayed.End == AnswerEnd.Finished ? 1 : 0);
}
