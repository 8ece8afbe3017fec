using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens the body of an OpenAI-dialect embeddings request to attributes.</summary>
public static class EmbeddingRequestAttributes
{
    /// <summary>
    /// Writes <c>embedding.model_name</c>, <c>input.*</c>, <c>embedding.invocation_parameters</c> and the text of each input; token ids are not
    /// decoded. Never throws on content: a body that is not a JSON object is recorded as plain text.
    /// </summary>
    /// <param name="body">UTF-8 JSON, as it goes over the wire.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    public static void Write(ReadOnlyMemory<byte> body, AttributeSink sink, TraceConfig config) =>
        RequestBodyAttributes.Write(body, body, RequestNames.Embedding, sink, config, WriteContents);

    private static void WriteContents(JsonElement request, MaskingSink sink)
    {
        RequestBodyAttributes.SetTexts(sink, request, "input"u8, EmbeddingAttributes.Embeddings, EmbeddingAttributes.Text);
    }
}
