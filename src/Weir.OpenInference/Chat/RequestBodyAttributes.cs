using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>What the requests of all OpenAI-dialect operations have in common: model, whole body, parameters, tools.</summary>
internal static class RequestBodyAttributes
{
    // Present elsewhere on the span, or content; everything else in the body is a parameter, vendor fields included.
    private static readonly string[] NotParameters = ["messages", "functions", "tools", "input", "instructions", "prompt"];

    /// <summary>
    /// Writes model, <c>input.*</c> and parameters, then what else the operation records, so that an attribute limit evicts contents first.
    /// A body that is not a JSON object is recorded as plain text.
    /// </summary>
    /// <param name="body">UTF-8 JSON of the request.</param>
    /// <param name="received">UTF-8 JSON, as it came over the wire: what <c>input.value</c> becomes.</param>
    /// <param name="names">The attributes of the operation.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    /// <param name="writeContents">Writes tools and messages, or texts, of the parsed request.</param>
    public static void Write(
        ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> received, RequestNames names, AttributeSink sink, TraceConfig config, Action<JsonElement, MaskingSink> writeContents)
    {
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentNullException.ThrowIfNull(config);
        var masked = new MaskingSink(sink, config);
        using var document = JsonRead.ParseObject(body);
        if (document is null)
        {
            WritePlain(body.Span, masked);
            return;
        }

        var request = document.RootElement;
        SetText(masked, names.Model, request, "model"u8);
        WriteInputValue(received, masked, config);
        WriteParameters(request, names.Parameters, masked);
        writeContents(request, masked);
    }

    public static void WriteTools(JsonElement request, MaskingSink sink)
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

    /// <summary>Writes a property that is a text; nothing if it is missing, empty or something else.</summary>
    public static void SetText(AttributeSink sink, string key, JsonElement parent, ReadOnlySpan<byte> name)
    {
        if (JsonRead.TryGetText(parent, name, out var text))
        {
            JsonText.Set(sink, key, text);
        }
    }

    /// <summary>Writes texts under a list: of one text, or of those in an array. Whatever else the array holds (token ids) keeps its index.</summary>
    public static void SetTexts(AttributeSink sink, JsonElement owner, ReadOnlySpan<byte> name, string list, string element)
    {
        if (JsonRead.TryGetText(owner, name, out var text))
        {
            JsonText.Set(sink, $"{list}.0.{element}", text);
        }
        else if (JsonRead.TryGetArray(owner, name, out var items))
        {
            var index = 0;
            foreach (var item in items.EnumerateArray())
            {
                if (JsonText.IsPresent(item))
                {
                    JsonText.Set(sink, $"{list}.{index}.{element}", item);
                }

                index++;
            }
        }
    }

    private static void WritePlain(ReadOnlySpan<byte> body, MaskingSink sink)
    {
        sink.SetUtf8(SpanAttributes.InputValue, body);
        sink.Set(SpanAttributes.InputMimeType, MimeTypes.Text);
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

    private static void WriteParameters(JsonElement request, string key, MaskingSink sink)
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
        JsonCompact.Set(sink, key, buffer.WrittenSpan);
    }

    private static bool IsParameter(JsonProperty property) => !NotParameters.Contains(JsonText.Decode(JsonMarshal.GetRawUtf8PropertyName(property)));
}
