using System.ClientModel.Primitives;

namespace Weir.OpenInference.OpenAI;

/// <summary>Switches recording on for the clients that are made with some options.</summary>
public static class OpenAIClientOptionsExtensions
{
    /// <summary>
    /// Records every call of a model (chat, responses, completions, embeddings, images, audio) as one OpenInference span, streamed or not,
    /// retries included. Spans come from the
    /// <see cref="OpenAIInstrumentor.ActivitySourceName"/> activity source; without a listener nothing is done.
    /// </summary>
    /// <param name="clientOptions">Options not yet given to a client.</param>
    /// <param name="options">How; null means the defaults.</param>
    /// <returns>The same options.</returns>
    public static TOptions AddOpenInference<TOptions>(this TOptions clientOptions, OpenInferenceOptions? options = null)
        where TOptions : ClientPipelineOptions =>
        new OpenAIInstrumentor(options).Instrument(clientOptions);
}
