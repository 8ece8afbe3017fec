using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Prices under conditions, USD for one unit as decimal text. All of its conditions have to hold; a price that is null stays what it was.</summary>
public sealed record PricingOverride : WireRecord
{
    /// <summary>USD for one token of sound in the prompt.</summary>
    public string? Audio { get; init; }

    /// <summary>USD for one token that the model writes.</summary>
    public string? Completion { get; init; }

    /// <summary>USD for one token of sound read from the cache.</summary>
    public string? InputAudioCache { get; init; }

    /// <summary>USD for one token read from the cache.</summary>
    public string? InputCacheRead { get; init; }

    /// <summary>USD for one token written to the cache.</summary>
    public string? InputCacheWrite { get; init; }

    /// <summary>USD for one token written to the cache for an hour.</summary>
    [JsonPropertyName("input_cache_write_1h")]
    public string? InputCacheWrite1h { get; init; }

    /// <summary>Condition: the prompt has more tokens than this. Null is no condition.</summary>
    public decimal? MinPromptTokens { get; init; }

    /// <summary>USD for one token of the prompt.</summary>
    public string? Prompt { get; init; }

    /// <summary>
    /// Condition: the clock is before this, UTC, as a number <c>HHMM</c>: 400 is 04:00. Before <see cref="UtcStart"/>, it is of the next day.
    /// </summary>
    public decimal? UtcEnd { get; init; }

    /// <summary>Condition: the clock has reached this, UTC, as a number <c>HHMM</c>: 1030 is 10:30. Null is no condition.</summary>
    public decimal? UtcStart { get; init; }
}
