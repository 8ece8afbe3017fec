using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens the body of an OpenAI-dialect chat request, or of a legacy completion, to attributes.</summary>
public static class ChatRequestAttributes
{
    /// <summary>
    /// Writes <c>llm.model_name</c>, <c>input.*</c>, <c>llm.invocation_parameters</c>, <c>llm.tools</c>, <c>llm.prompts</c> and <c>llm.input_messages</c>, in this order, so that
    /// an attribute limit evicts messages first. Never throws on content: a body that is not a JSON object is recorded as plain text.
    /// </summary>
    /// <param name="body">UTF-8 JSON, as it goes over the wire.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    public static void Write(ReadOnlyMemory<byte> body, AttributeSink sink, TraceConfig config) => Write(body, body, sink, config);

    /// <summary>Writes the same attributes of a request that came in another API's form: <c>input.value</c> is what came, everything else what it means.</summary>
    /// <param name="body">UTF-8 JSON of the chat request.</param>
    /// <param name="received">UTF-8 JSON, as it came over the wire; a request of the Anthropic Messages API has its inline images cut as well.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    public static void Write(ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> received, AttributeSink sink, TraceConfig config) =>
        RequestBodyAttributes.Write(body, received, RequestNames.Llm, sink, config, WriteContents);

    private static void WriteContents(JsonElement request, MaskingSink sink)
    {
        RequestBodyAttributes.WriteTools(request, sink);
        RequestBodyAttributes.SetTexts(sink, request, "prompt"u8, LlmAttributes.Prompts, PromptAttributes.Text);
        if (JsonRead.TryGetArray(request, "messages"u8, out var messages))
        {
            ChatMessageAttributes.WriteList(sink, LlmAttributes.InputMessages, messages);
        }
    }
}
