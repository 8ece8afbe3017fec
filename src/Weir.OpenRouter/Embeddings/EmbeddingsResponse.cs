namespace Weir.OpenRouter;

/// <summary>What <c>EmbeddingsClient</c> gets: embeddings response.</summary>
public sealed record EmbeddingsResponse : WireRecord
{
    public IReadOnlyList<EmbeddingData>? Data { get; init; }

    public string? Id { get; init; }

    public string? Model { get; init; }

    /// <summary>One of <c>list</c>.</summary>
    public string? Object { get; init; }

    public EmbeddingsResponseUsage? Usage { get; init; }
}
