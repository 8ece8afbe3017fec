using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Embedding data, as <c>EmbeddingsClient</c> gets it.</summary>
public sealed record EmbeddingData : WireRecord
{
    public JsonElement? Embedding { get; init; }

    public long? Index { get; init; }

    /// <summary>One of <c>embedding</c>.</summary>
    public string? Object { get; init; }
}
