using System.Collections.Immutable;

namespace Weir.Ledger.Pricing;

/// <summary>What one endpoint costs, in US dollars a unit; zero is free.</summary>
/// <remarks>Source: the pricing object of the models API.</remarks>
public sealed record Price
{
    // No token costs a tenth of a cent: where a price of images is above, it is that of a whole image.
    private const decimal LeastImagePrice = 0.001m;

    /// <summary>Dollars a prompt token.</summary>
    public decimal Prompt { get; init; }

    /// <summary>Dollars a completion token.</summary>
    public decimal Completion { get; init; }

    /// <summary>Dollars a prompt token read from a cache; null: as <see cref="Prompt"/>.</summary>
    public decimal? InputCacheRead { get; init; }

    /// <summary>Dollars a prompt token written to a cache; null: as <see cref="Prompt"/>.</summary>
    public decimal? InputCacheWrite { get; init; }

    /// <summary>Dollars a reasoning token; null or 0: as <see cref="Completion"/>, for price lists write 0 where there is no price of its own.</summary>
    public decimal? InternalReasoning { get; init; }

    /// <summary>Dollars a reasoning token, whichever price applies.</summary>
    public decimal Reasoning => InternalReasoning is > 0 and var own ? own : Completion;

    /// <summary>Dollars a prompt token written to a cache for an hour; null: as <see cref="InputCacheWrite"/>.</summary>
    public decimal? InputCacheWriteHour { get; init; }

    /// <summary>Dollars a request.</summary>
    public decimal Request { get; init; }

    /// <summary>Dollars an image in the prompt, beside the tokens of everything else there.</summary>
    public decimal? Image { get; init; }

    /// <summary>Dollars a token of an image in the prompt; null: as text.</summary>
    public decimal? ImageToken { get; init; }

    /// <summary>Dollars a token of an image in the answer where the provider counts those, else dollars an image; null: as text, or nothing.</summary>
    public decimal? ImageOutput { get; init; }

    /// <summary>Dollars a token of audio in the prompt; null: as text.</summary>
    public decimal? Audio { get; init; }

    /// <summary>Dollars a token of audio in the answer; null: as text.</summary>
    public decimal? AudioOutput { get; init; }

    /// <summary>Dollars a token of audio read from a cache; null: as any token read from it.</summary>
    public decimal? InputAudioCache { get; init; }

    /// <summary>Dollars a second of audio or video, taken in or given out.</summary>
    public decimal? Second { get; init; }

    /// <summary>Dollars a character of text to speak.</summary>
    public decimal? Character { get; init; }

    /// <summary>Dollars a search unit of a model that ranks.</summary>
    public decimal? Search { get; init; }

    /// <summary>Dollars a web search.</summary>
    public decimal? WebSearch { get; init; }

    /// <summary>Prices of long prompts and of some hours; all that apply count, the later one where two name the same price.</summary>
    public ImmutableArray<PriceOverride> Overrides { get; init; } = [];

    /// <summary><see cref="ImageOutput"/>, where it is that of a token.</summary>
    public decimal? ImageOutputToken => ImageOutput < LeastImagePrice ? ImageOutput : null;

    /// <summary><see cref="ImageOutput"/>, where it is that of a whole image.</summary>
    public decimal? ImageOutputPiece => ImageOutput >= LeastImagePrice ? ImageOutput : null;

    public static Price Free { get; } = new();

    public bool IsFree => Prompt == 0 && Completion == 0 && Request == 0 && Overrides.IsEmpty
        && IsEveryPartFree();

    /// <summary>Whether some of it holds at some hours only: then <see cref="At"/> says what it is.</summary>
    public bool HasHours => Overrides.Any(one => one.Hours is not null);

    /// <summary>The price for who asks at a moment: overrides of other hours are gone, those of this one hold.</summary>
    public Price At(DateTimeOffset moment) => !HasHours ? this : this with
    {
        Overrides = [.. Overrides.Where(one => one.Hours is not { } hours || hours.Contain(moment)).Select(one => one with { Hours = null })],
    };

    /// <summary>The price of an exchange with a prompt of this many tokens, at hours at which nothing else holds.</summary>
    public Price For(long promptTokens)
    {
        var price = this;
        foreach (var one in Overrides)
        {
            price = one.HoldsFor(promptTokens) ? one.On(price) : price;
        }

        return price;
    }

    // Beside prompt, completion and request. On the stack: routing asks it of endpoints for every request.
    private bool IsEveryPartFree()
    {
        ReadOnlySpan<decimal?> parts =
        [
            InputCacheRead, InputCacheWrite, InputCacheWriteHour, InternalReasoning, Image, ImageToken, ImageOutput, Audio, AudioOutput, InputAudioCache,
            Second, Character, Search, WebSearch,
        ];
        foreach (var part in parts)
        {
            if (part is not (null or 0))
            {
                return false;
            }
        }

        return true;
    }
}
