namespace Weir.OpenRouter;

/// <summary>Texts to be made vectors. <c>POST /embeddings</c>. <c>encoding_format</c> goes into <see cref="WireRecord.Extra"/>.</summary>
public sealed record EmbeddingsRequest : WireRecord
{
    /// <summary>Length of the vectors, 1 or more, for models that can shorten them; null takes the model's own.</summary>
    public long? Dimensions { get; init; }

    /// <summary>The texts, one vector each.</summary>
    public required IReadOnlyList<string> Input { get; init; }

    /// <summary>What the texts are for, such as <c>search_query</c> or <c>search_document</c>, for models that make a difference.</summary>
    public string? InputType { get; init; }

    /// <summary>Slug of a model that makes embeddings, <c>author/slug</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Which providers may serve it, and in which order; null leaves it to the account.</summary>
    public ProviderPreferences? Provider { get; init; }

    /// <summary>The end user it is asked for: a stable pseudonym.</summary>
    public string? User { get; init; }
}
