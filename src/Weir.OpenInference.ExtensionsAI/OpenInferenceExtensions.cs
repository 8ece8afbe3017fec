using Microsoft.Extensions.AI;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>Switches recording on for a client.</summary>
public static class OpenInferenceExtensions
{
    /// <summary>
    /// Records every call of a chat client as one OpenInference span, streamed or not. In a pipeline:
    /// <c>builder.Use(inner => inner.UseOpenInference())</c>.
    /// </summary>
    /// <param name="client">Any chat client. One that records itself already (the OpenAI client with <c>AddOpenInference</c>) would be recorded twice.</param>
    /// <param name="options">How; null means the defaults.</param>
    /// <returns>A client that does the same and is recorded; disposing it disposes the inner one.</returns>
    public static IChatClient UseOpenInference(this IChatClient client, ExtensionsAIOptions? options = null) =>
        client as OpenInferenceChatClient ?? new OpenInferenceChatClient(client, options ?? new ExtensionsAIOptions());

    /// <summary>Records every call of an embedding generator as one OpenInference span.</summary>
    /// <param name="generator">Any generator; of its inputs, texts are recorded.</param>
    /// <param name="options">How; null means the defaults.</param>
    /// <returns>A generator that does the same and is recorded; disposing it disposes the inner one.</returns>
    public static IEmbeddingGenerator<TInput, TEmbedding> UseOpenInference<TInput, TEmbedding>(
        this IEmbeddingGenerator<TInput, TEmbedding> generator, ExtensionsAIOptions? options = null)
        where TEmbedding : Embedding =>
        generator as OpenInferenceEmbeddingGenerator<TInput, TEmbedding> ?? new OpenInferenceEmbeddingGenerator<TInput, TEmbedding>(generator, options ?? new ExtensionsAIOptions());
}
