using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>Prices that replace those of a <see cref="PricingRecord"/> when its conditions hold; the later entry wins where two name the same price.</summary>
public sealed record PricingOverrideRecord
{
    /// <summary>It applies when the prompt has more tokens than this; null: whatever it has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MinPromptTokens { get; init; }

    /// <summary>It applies from this time of each UTC day on, as hours and minutes (1630 is 16:30); null: at any time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? UtcStart { get; init; }

    /// <summary>Up to this time, which is no part of it; before <see cref="UtcStart"/>: over midnight.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? UtcEnd { get; init; }

    /// <summary>US dollars a prompt token, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prompt { get; init; }

    /// <summary>US dollars a completion token, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Completion { get; init; }

    /// <summary>US dollars a token of audio in the prompt, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audio { get; init; }

    /// <summary>US dollars a token of audio read from a cache, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputAudioCache { get; init; }

    /// <summary>US dollars a prompt token read from a cache, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputCacheRead { get; init; }

    /// <summary>US dollars a prompt token written to a cache, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputCacheWrite { get; init; }

    /// <summary>US dollars a prompt token written to a cache for an hour, decimal text.</summary>
    [JsonPropertyName("input_cache_write_1h")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputCacheWriteHour { get; init; }
}
