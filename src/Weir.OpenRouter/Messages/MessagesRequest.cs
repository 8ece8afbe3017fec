using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What <c>MessagesClient</c> sends: messages request.</summary>
public sealed record MessagesRequest : WireRecord
{
    public JsonElement? CacheControl { get; init; }

    public JsonElement? ContextManagement { get; init; }

    public JsonElement? Fallbacks { get; init; }

    public long? MaxTokens { get; init; }

    public required IReadOnlyList<MessageParam> Messages { get; init; }

    public MessagesRequestMetadata? Metadata { get; init; }

    public required string Model { get; init; }

    public IReadOnlyList<string>? Models { get; init; }

    public JsonElement? OutputConfig { get; init; }

    public IReadOnlyList<JsonElement>? Plugins { get; init; }

    public ProviderPreferences? Provider { get; init; }

    public string? Route { get; init; }

    public string? ServiceTier { get; init; }

    public string? SessionId { get; init; }

    public JsonElement? Speed { get; init; }

    public IReadOnlyList<string>? StopSequences { get; init; }

    public JsonElement? StopServerToolsWhen { get; init; }

    public bool? Stream { get; init; }

    public TextOrJson? System { get; init; }

    public decimal? Temperature { get; init; }

    public JsonElement? Thinking { get; init; }

    public JsonElement? ToolChoice { get; init; }

    public IReadOnlyList<JsonElement>? Tools { get; init; }

    public long? TopK { get; init; }

    public decimal? TopP { get; init; }

    public TraceConfig? Trace { get; init; }

    public string? User { get; init; }
}
