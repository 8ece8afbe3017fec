using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens the JSON body of a request for images or speech to attributes.</summary>
public static class MediaRequestAttributes
{
    /// <summary>
    /// Writes <c>llm.model_name</c>, <c>input.*</c>, <c>llm.invocation_parameters</c>, and what is to be drawn (<c>prompt</c>) or said
    /// (<c>input</c>) as one user message. Never throws on content: a body that is not a JSON object is recorded as plain text.
    /// </summary>
    /// <param name="body">UTF-8 JSON, as it goes over the wire.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    public static void Write(ReadOnlyMemory<byte> body, AttributeSink sink, TraceConfig config) =>
        RequestBodyAttributes.Write(body, body, RequestNames.Llm, sink, config, WriteContents);

    private static void WriteContents(JsonElement request, MaskingSink sink)
    {
        if (JsonRead.TryGetText(request, "prompt"u8, out var text) || JsonRead.TryGetText(request, "input"u8, out text))
        {
            sink.Set($"{LlmAttributes.InputMessages}.0.{MessageAttributes.Role}", "user");
            JsonText.Set(sink, $"{LlmAttributes.InputMessages}.0.{MessageAttributes.Content}", text);
        }
    }
}
