using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>Prices as decimal strings, US dollars a unit; absent ones do not apply.</summary>
public sealed record PricingRecord
{
    /// <summary>A prompt token.</summary>
    public required string Prompt { get; init; }

    /// <summary>A completion token.</summary>
    public required string Completion { get; init; }

    /// <summary>A request.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Request { get; init; }

    /// <summary>An image in the prompt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Image { get; init; }

    /// <summary>A token of an image.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ImageToken { get; init; }

    /// <summary>An image in the answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ImageOutput { get; init; }

    /// <summary>A token of audio in the prompt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audio { get; init; }

    /// <summary>A token of audio in the answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AudioOutput { get; init; }

    /// <summary>A token of audio read from a cache.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputAudioCache { get; init; }

    /// <summary>A web search.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WebSearch { get; init; }

    /// <summary>A reasoning token.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InternalReasoning { get; init; }

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

    /// <summary>A second of audio or video.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Second { get; init; }

    /// <summary>A character of text to speak.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Character { get; init; }

    /// <summary>A search over documents.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Search { get; init; }

    /// <summary>Other prices for long prompts, in order; absent when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PricingOverrideRecord>? Overrides { get; init; }
}
