using System.Collections.Immutable;
using System.Text.Json;
using Weir.Ledger.Pricing;

namespace Weir.Server.Catalogue.Import;

/// <summary>The price of a model while its document is read; what cannot be charged as written refuses the model.</summary>
/// <remarks>Keys are those of the pricing object of the models API.</remarks>
internal sealed class PriceDraft(ModelDraft draft)
{
    // Ten thousand dollars a million tokens: beyond is a price in another unit.
    private const decimal MostPerToken = 0.01m;
    private const decimal MostPerUnit = 1_000m;

    private static readonly string[] UnitKeys = ["request", "image", "image_output", "second", "search", "web_search"];

    private readonly Dictionary<string, decimal> _prices = new(StringComparer.Ordinal);
    private readonly List<PriceOverride> _overrides = [];

    /// <summary>Whether no price was read.</summary>
    public bool IsEmpty => _prices.Count == 0;

    /// <summary>Reads one price; a key that was set already refuses the model.</summary>
    public void Set(string key, JsonElement value)
    {
        if (Read(key, value) is { } price && !_prices.TryAdd(key, price))
        {
            draft.Refuse($"pricing names {key} twice");
        }
    }

    /// <summary>Reads a price that applies under these conditions.</summary>
    public void SetOverride(PriceOverride one, string key, JsonElement value)
    {
        if (Read(key, value) is not { } price)
        {
            return;
        }

        PriceOverride? added = key switch
        {
            "prompt" => one with { Prompt = price },
            "completion" => one with { Completion = price },
            "input_cache_read" => one with { InputCacheRead = price },
            "input_cache_write" => one with { InputCacheWrite = price },
            "input_cache_write_1h" => one with { InputCacheWriteHour = price },
            "audio" => one with { Audio = price },
            "input_audio_cache" => one with { InputAudioCache = price },
            _ => null,
        };
        if (added is null)
        {
            draft.Refuse($"pricing of {key} changes with the length of the prompt or the hour, which cannot be charged");
            return;
        }

        _overrides.Add(added);
    }

    /// <param name="discount">The part of the price that is taken off; negative is a surcharge.</param>
    public Price ToPrice(decimal discount) => new()
    {
        Prompt = Of("prompt", discount) ?? 0,
        Completion = Of("completion", discount) ?? 0,
        Request = Of("request", discount) ?? 0,
        InternalReasoning = Of("internal_reasoning", discount),
        InputCacheRead = Of("input_cache_read", discount),
        InputCacheWrite = Of("input_cache_write", discount),
        InputCacheWriteHour = Of("input_cache_write_1h", discount),
        Image = Of("image", discount),
        ImageToken = Of("image_token", discount),
        ImageOutput = Of("image_output", discount),
        Audio = Of("audio", discount),
        AudioOutput = Of("audio_output", discount),
        InputAudioCache = Of("input_audio_cache", discount),
        Second = Of("second", discount),
        Character = Of("character", discount),
        Search = Of("search", discount),
        WebSearch = Of("web_search", discount),
        Overrides = _overrides.Select(one => one.Times(1 - discount)).ToImmutableArray(),
    };

    /// <summary>Whether this price was already read, with the same value.</summary>
    public bool HasSame(string key, JsonElement value) =>
        _prices.TryGetValue(key, out var known) && PriceText.Read(value, MostPerToken, out _) == known;

    private decimal? Of(string key, decimal discount) => _prices.TryGetValue(key, out var price) ? price * (1 - discount) : null;

    private decimal? Read(string key, JsonElement value)
    {
        var price = PriceText.Read(value, UnitKeys.Contains(key) ? MostPerUnit : MostPerToken, out var problem);
        if (price is null)
        {
            draft.Refuse($"pricing.{key} {problem}");
        }

        return price;
    }
}
