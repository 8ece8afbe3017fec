using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What <c>ResponsesClient</c> sends: responses request.</summary>
public sealed record ResponsesRequest : WireRecord
{
    public bool? Background { get; init; }

    public JsonElement? CacheControl { get; init; }

    public ChatDebugOptions? Debug { get; init; }

    public decimal? FrequencyPenalty { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? ImageConfig { get; init; }

    public IReadOnlyList<string>? Include { get; init; }

    public TextOrJson? Input { get; init; }

    public string? Instructions { get; init; }

    public long? MaxOutputTokens { get; init; }

    public long? MaxToolCalls { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public IReadOnlyList<string>? Modalities { get; init; }

    public string? Model { get; init; }

    public IReadOnlyList<string>? Models { get; init; }

    public bool? ParallelToolCalls { get; init; }

    public IReadOnlyList<JsonElement>? Plugins { get; init; }

    public decimal? PresencePenalty { get; init; }

    public string? PreviousResponseId { get; init; }

    public JsonElement? Prompt { get; init; }

    public string? PromptCacheKey { get; init; }

    public JsonElement? PromptCacheOptions { get; init; }

    public ProviderPreferences? Provider { get; init; }

    public ReasoningConfig? Reasoning { get; init; }

    public string? Route { get; init; }

    public string? SafetyIdentifier { get; init; }

    public string? ServiceTier { get; init; }

    public string? SessionId { get; init; }

    public JsonElement? StopServerToolsWhen { get; init; }

    public bool? Store { get; init; }

    public bool? Stream { get; init; }

    public decimal? Temperature { get; init; }

    public JsonElement? Text { get; init; }

    public TextOrJson? ToolChoice { get; init; }

    public IReadOnlyList<JsonElement>? Tools { get; init; }

    public long? TopK { get; init; }

    public long? TopLogprobs { get; init; }

    public decimal? TopP { get; init; }

    public TraceConfig? Trace { get; init; }

    public string? Truncation { get; init; }

    public string? User { get; init; }
}
