namespace Weir.OpenRouter;

/// <summary>Which page of the embedding models to get. Without both, <c>GET /embeddings/models</c> gives all of them.</summary>
public sealed record ListEmbeddingsModelQuery
{
    /// <summary>Models to skip. Default 0.</summary>
    public long? Offset { get; init; }

    /// <summary>Most models to get, 1 to 1000. Default 500.</summary>
    public long? Limit { get; init; }

    internal string ToText() => new QueryText()
        .Add("offset", Offset)
        .Add("limit", Limit)
        .ToString();
}
