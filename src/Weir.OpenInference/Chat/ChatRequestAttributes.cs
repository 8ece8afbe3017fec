using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens the body of an OpenAI-dialect chat request to attributes.</summary>
public static class ChatRequestAttributes
{
    // Present elsewhere on the span, or content; everything else in the body is a parameter, vendor fields included.
    private static readonly string[] NotParameters = ["messages", "functions", "tools", "input", "instructions", "prompt"];

    /// <summary>
    /// Writes <c>llm.model_name</c>, <c>input.*</c>, <c>llm.invocation_parameters</c>, <c>llm.tools</c> and <c>llm.input_messages</c>, in this order, so that
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
    public static void Write(ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> received, AttributeSink sink, TraceConfig config)
    {
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentNullException.ThrowIfNull(config);
        var masked = new MaskingSink(sink, config);
        using var document = JsonRead.ParseObject(body);
        if (document is null)
        {
            masked.SetUtf8(SpanAttributes.InputValue, body.Span);
            masked.Set(SpanAttributes.InputMimeType, MimeTypes.Text);
            return;
        }

        var request = document.RootElement;
        if (JsonRead.TryGetText(request, "model"u8, out var model))
        {
            JsonText.Set(masked, LlmAttributes.ModelName, model);
        }

        WriteInputValue(received, masked, config);
        WriteParameters(request, masked);
        WriteTools(request, masked);
        if (JsonRead.TryGetArray(request, "messages"u8, out var messages))
        {
            ChatMessageAttributes.WriteList(masked, LlmAttributes.InputMessages, messages);
        }
    }

    private static void WriteInputValue(ReadOnlyMemory<byte> received, MaskingSink sink, TraceConfig config)
    {
        if (config.HidesInputValue)
        {
            sink.Set(SpanAttributes.InputValue, TraceConfig.RedactedValue);
            return;
        }

        var edits = new JsonEdits(received);
        using var document = JsonRead.ParseObject(received);
        if (document is not null)
        {
            ChatMediaEdits.ForRequest(document.RootElement, config, edits);
        }

        JsonCompact.Set(sink, SpanAttributes.InputValue, edits.Apply().Span);
        sink.Set(SpanAttributes.InputMimeType, MimeTypes.Json);
    }

    private static void WriteParameters(JsonElement request, MaskingSink sink)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("{"u8);
        foreach (var property in request.EnumerateObject())
        {
            if (IsParameter(property))
            {
                buffer.Write(buffer.WrittenCount == 1 ? "\""u8 : ",\""u8);
                buffer.Write(JsonMarshal.GetRawUtf8PropertyName(property));
                buffer.Write("\":"u8);
                buffer.Write(JsonMarshal.GetRawUtf8Value(property.Value));
            }
        }

        buffer.Write("}"u8);
        JsonCompact.Set(sink, LlmAttributes.InvocationParameters, buffer.WrittenSpan);
    }

    private static bool IsParameter(JsonProperty property) => !NotParameters.Contains(JsonText.Decode(JsonMarshal.GetRawUtf8PropertyName(property)));

    private static void WriteTools(JsonElement request, MaskingSink sink)
    {
        if (!JsonRead.TryGetArray(request, "tools"u8, out var tools))
        {
            return;
        }

        var index = 0;
        foreach (var tool in tools.EnumerateArray())
        {
            JsonCompact.Set(sink, $"{LlmAttributes.Tools}.{index++}.{ToolAttributes.JsonSchema}", JsonMarshal.GetRawUtf8Value(tool));
        }
    }
}
