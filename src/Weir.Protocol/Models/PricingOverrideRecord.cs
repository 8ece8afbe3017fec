using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>Prices that replace those of a <see cref="PricingRecord"/> when its condition holds; the later entry wins where two name the same price.</summary>
public sealed record PricingOverrideRecord
{
    /// <summary>It applies when the prompt has more tokens than this.</summary>
    public required long MinPromptTokens { get; init; }

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
