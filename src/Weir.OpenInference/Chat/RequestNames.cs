namespace Weir.OpenInference;

/// <summary>Under which attributes an operation records the model that is asked for, and the parameters.</summary>
/// <param name="Model">Key of the model's name.</param>
/// <param name="Parameters">Key of the parameters, one JSON object.</param>
internal readonly record struct RequestNames(string Model, string Parameters)
{
    /// <summary>Of everything that a language model answers.</summary>
    public static RequestNames Llm { get; } = new(LlmAttributes.ModelName, LlmAttributes.InvocationParameters);

    /// <summary>Of embeddings.</summary>
    public static RequestNames Embedding { get; } = new(EmbeddingAttributes.ModelName, EmbeddingAttributes.InvocationParameters);
}
