namespace Weir.Ledger.Pricing;

/// <summary>Other prices for exchanges with a long prompt, or at some hours, in US dollars a unit; what is null stays as it is.</summary>
/// <remarks>With both conditions, both must hold.</remarks>
public sealed record PriceOverride
{
    /// <summary>It counts when the prompt has more tokens than this; null: whatever it has.</summary>
    public required long? MinPromptTokens { get; init; }

    /// <summary>It counts at these hours; null: at all.</summary>
    public PriceHours? Hours { get; init; }

    public decimal? Prompt { get; init; }
    public decimal? Completion { get; init; }
    public decimal? InputCacheRead { get; init; }
    public decimal? InputCacheWrite { get; init; }
    public decimal? InputCacheWriteHour { get; init; }
    public decimal? Audio { get; init; }
    public decimal? InputAudioCache { get; init; }

    /// <summary>Every price times a factor.</summary>
    public PriceOverride Times(decimal factor) => this with
    {
        Prompt = Prompt * factor,
        Completion = Completion * factor,
        InputCacheRead = InputCacheRead * factor,
        InputCacheWrite = InputCacheWrite * factor,
        InputCacheWriteHour = InputCacheWriteHour * factor,
        Audio = Audio * factor,
        InputAudioCache = InputAudioCache * factor,
    };

    internal bool HoldsFor(long promptTokens) => Hours is null && (MinPromptTokens is not { } least || promptTokens > least);

    internal Price On(Price price) => price with
    {
        Prompt = Prompt ?? price.Prompt,
        Completion = Completion ?? price.Completion,
        InputCacheRead = InputCacheRead ?? price.InputCacheRead,
        InputCacheWrite = InputCacheWrite ?? price.InputCacheWrite,
        InputCacheWriteHour = InputCacheWriteHour ?? price.InputCacheWriteHour,
        Audio = Audio ?? price.Audio,
        InputAudioCache = InputAudioCache ?? price.InputAudioCache,
    };
}
