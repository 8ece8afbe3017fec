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

    /// <summary>A prompt token.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prompt { get; init; }

    /// <summary>A completion token.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Completion { get; init; }

    /// <summary>A token of audio in the prompt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audio { get; init; }

    /// <summary>A token of audio read from a cache.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputAudioCache { get; init; }

    /// <summary>A prompt token read from a cache.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputCacheRead { get; init; }

    /// <summary>A prompt token written to a cache.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputCacheWrite { get; init; }

    /// <summary>A prompt token written to a cache for an hour.</summary>
    [JsonPropertyName("input_cache_write_1h")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputCacheWriteHour { get; init; }
}
