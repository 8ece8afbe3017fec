namespace Weir.OpenRouter;

/// <summary>Texts to be put in order by how well they answer a question. <c>POST /rerank</c>.</summary>
public sealed record RerankRequest : WireRecord
{
    /// <summary>The texts, one or more.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>Slug of a model that reranks, <c>author/slug</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Which providers may serve it, and in which order; null leaves it to the account.</summary>
    public ProviderPreferences? Provider { get; init; }

    /// <summary>The question.</summary>
    public required string Query { get; init; }

    /// <summary>Most texts to give back, 1 or more; null gives all.</summary>
    public long? TopN { get; init; }
}
