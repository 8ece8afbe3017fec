using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens the body of a Responses API request to attributes.</summary>
public static class ResponseRequestAttributes
{
    /// <summary>
    /// Writes <c>llm.model_name</c>, <c>input.*</c>, <c>llm.invocation_parameters</c>, <c>llm.tools</c> and <c>llm.input_messages</c>: the
    /// instructions as a system message if there are any, then one message an input item, indexed from 0 without gaps.
    /// Never throws on content: a body that is not a JSON object is recorded as plain text.
    /// </summary>
    /// <param name="body">UTF-8 JSON, as it goes over the wire.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    public static void Write(ReadOnlyMemory<byte> body, AttributeSink sink, TraceConfig config) =>
        RequestBodyAttributes.Write(body, body, RequestNames.Llm, sink, config, WriteContents);

    private static void WriteContents(JsonElement request, MaskingSink sink)
    {
        RequestBodyAttributes.WriteTools(request, sink);
        WriteMessages(request, sink);
    }

    private static void WriteMessages(JsonElement request, MaskingSink sink)
    {
        var index = 0;
        if (JsonRead.TryGetText(request, "instructions"u8, out var instructions))
        {
            WriteText(sink, index++, "system", instructions);
        }

        if (JsonRead.TryGetText(request, "input"u8, out var text))
        {
            WriteText(sink, index, "user", text);
        }
        else if (JsonRead.TryGetArray(request, "input"u8, out var items))
        {
            foreach (var item in items.EnumerateArray())
            {
                ResponseItemAttributes.Write(sink, $"{LlmAttributes.InputMessages}.{index++}.", item);
            }
        }
    }

    private static void WriteText(MaskingSink sink, int index, string role, JsonElement text)
    {
        sink.Set($"{LlmAttributes.InputMessages}.{index}.{MessageAttributes.Role}", role);
        JsonText.Set(sink, $"{LlmAttributes.InputMessages}.{index}.{MessageAttributes.Content}", text);
    }
}
