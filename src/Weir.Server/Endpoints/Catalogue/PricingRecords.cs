using System.Globalization;
using Weir.Ledger.Pricing;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>Shows prices as decimal texts.</summary>
internal static class PricingRecords
{
    public static PricingRecord Of(Price price) => new()
    {
        Prompt = Text(price.Prompt)!,
        Completion = Text(price.Completion)!,
        Request = price.Request == 0 ? null : Text(price.Request),
        Image = Text(price.Image),
        ImageToken = Text(price.ImageToken),
        ImageOutput = Text(price.ImageOutput),
        Audio = Text(price.Audio),
        AudioOutput = Text(price.AudioOutput),
        InputAudioCache = Text(price.InputAudioCache),
        WebSearch = Text(price.WebSearch),
        InternalReasoning = Text(price.InternalReasoning),
        InputCacheRead = Text(price.InputCacheRead),
        InputCacheWrite = Text(price.InputCacheWrite),
        InputCacheWriteHour = Text(price.InputCacheWriteHour),
        Second = Text(price.Second),
        Character = Text(price.Character),
        Search = Text(price.Search),
        Overrides = price.Overrides.IsEmpty ? null : [.. price.Overrides.Select(OverrideOf)],
    };

    private static PricingOverrideRecord OverrideOf(PriceOverride one) => new()
    {
        MinPromptTokens = one.MinPromptTokens,
        UtcStart = one.Hours?.Start,
        UtcEnd = one.Hours?.End,
        Prompt = Text(one.Prompt),
        Completion = Text(one.Completion),
        Audio = Text(one.Audio),
        InputAudioCache = Text(one.InputAudioCache),
        InputCacheRead = Text(one.InputCacheRead),
        InputCacheWrite = Text(one.InputCacheWrite),
        InputCacheWriteHour = Text(one.InputCacheWriteHour),
    };

    // "0.########…" writes no exponent and no trailing zeros.
    private static string? Text(decimal? price) => price?.ToString("0.############################", CultureInfo.InvariantCulture);
}
