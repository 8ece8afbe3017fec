using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What <c>ChatClient</c> sends: chat request.</summary>
public sealed record ChatRequest : WireRecord
{
    public JsonElement? CacheControl { get; init; }

    public ChatDebugOptions? Debug { get; init; }

    public decimal? FrequencyPenalty { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? ImageConfig { get; init; }

    public IReadOnlyDictionary<string, decimal>? LogitBias { get; init; }

    public bool? Logprobs { get; init; }

    public long? MaxCompletionTokens { get; init; }

    public long? MaxTokens { get; init; }

    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public decimal? MinP { get; init; }

    public IReadOnlyList<string>? Modalities { get; init; }

    public string? Model { get; init; }

    public IReadOnlyList<string>? Models { get; init; }

    public bool? ParallelToolCalls { get; init; }

    public IReadOnlyList<JsonElement>? Plugins { get; init; }

    public JsonElement? Prediction { get; init; }

    public decimal? PresencePenalty { get; init; }

    public string? PromptCacheKey { get; init; }

    public JsonElement? PromptCacheOptions { get; init; }

    public ProviderPreferences? Provider { get; init; }

    public ChatRequestReasoning? Reasoning { get; init; }

    public string? ReasoningEffort { get; init; }

    public decimal? RepetitionPenalty { get; init; }

    public ResponseFormat? ResponseFormat { get; init; }

    public string? Route { get; init; }

    public long? Seed { get; init; }

    public string? ServiceTier { get; init; }

    public string? SessionId { get; init; }

    public IReadOnlyList<string>? Stop { get; init; }

    public JsonElement? StopServerToolsWhen { get; init; }

    public bool? Stream { get; init; }

    public ChatStreamOptions? StreamOptions { get; init; }

    public decimal? Temperature { get; init; }

    public TextOrJson? ToolChoice { get; init; }

    public IReadOnlyList<ChatTool>? Tools { get; init; }

    public decimal? TopA { get; init; }

    public long? TopK { get; init; }

    public long? TopLogprobs { get; init; }

    public decimal? TopP { get; init; }

    public TraceConfig? Trace { get; init; }

    public string? User { get; init; }
}
