using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>The vector of one input.</summary>
public sealed record EmbeddingData : WireRecord
{
    /// <summary>The vector: a list of numbers, or, where <c>encoding_format</c> was <c>base64</c>, a text of little-endian 32-bit floats.</summary>
    public JsonElement? Embedding { get; init; }

    /// <summary>Which of the inputs it belongs to, from 0.</summary>
    public long? Index { get; init; }

    /// <summary>Always <c>embedding</c>.</summary>
    public string? Object { get; init; }
}
