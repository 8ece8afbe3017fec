namespace Weir.OpenInference;

/// <summary>Attribute names of EMBEDDING spans.</summary>
/// <remarks>Python's <c>EmbeddingAttributes</c> and <c>SpanAttributes.EMBEDDING_*</c>.</remarks>
public static class EmbeddingAttributes
{
    /// <summary>Embedding model.</summary>
    public const string ModelName = "embedding.model_name";

    /// <summary>JSON text of the request parameters without the input.</summary>
    public const string InvocationParameters = "embedding.invocation_parameters";

    /// <summary>List prefix; elements are <see cref="Text"/> and <see cref="Vector"/>.</summary>
    public const string Embeddings = "embedding.embeddings";

    /// <summary>Text that was embedded.</summary>
    public const string Text = "embedding.text";

    /// <summary>Array of doubles.</summary>
    public const string Vector = "embedding.vector";
}
