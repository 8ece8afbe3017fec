using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>Prices as decimal strings, US dollars a unit; absent ones do not apply.</summary>
public sealed record PricingRecord
{
    /// <summary>US dollars a prompt token, decimal text.</summary>
    public required string Prompt { get; init; }

    /// <summary>US dollars a completion token, decimal text.</summary>
    public required string Completion { get; init; }

    /// <summary>US dollars a request, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Request { get; init; }

    /// <summary>US dollars an image in the prompt, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Image { get; init; }

    /// <summary>US dollars a token of an image, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ImageToken { get; init; }

    /// <summary>US dollars an image in the answer, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ImageOutput { get; init; }

    /// <summary>US dollars a token of audio in the prompt, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audio { get; init; }

    /// <summary>US dollars a token of audio in the answer, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AudioOutput { get; init; }

    /// <summary>US dollars a token of audio read from a cache, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputAudioCache { get; init; }

    /// <summary>US dollars a web search, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WebSearch { get; init; }

    /// <summary>US dollars a reasoning token, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InternalReasoning { get; init; }

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

    /// <summary>US dollars a second of audio or video, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Second { get; init; }

    /// <summary>US dollars a character of text to speak, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Character { get; init; }

    /// <summary>US dollars a search over documents, decimal text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Search { get; init; }

    /// <summary>Other prices for long prompts, in order; absent when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PricingOverrideRecord>? Overrides { get; init; }
}
