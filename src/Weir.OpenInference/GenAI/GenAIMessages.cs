using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Writes flattened messages as OpenTelemetry has them: one JSON text, each message with its role and parts.</summary>
/// <remarks>
/// A message is <c>{"role", "parts": […], "name"?, "finish_reason"?}</c>; parts are <c>text</c>, <c>reasoning</c>, <c>tool_call</c>, <c>tool_call_response</c>, and of media <c>blob</c> for what is
/// inline and <c>uri</c> for what is elsewhere. Redacted texts stay what they were redacted to.
/// </remarks>
internal static class GenAIMessages
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Prefix, string Modality)[] Media =
    [
        ($"{MessageContentAttributes.Image}.{ImageAttributes.Url}", "image"),
        ($"{MessageContentAttributes.Audio}.{AudioAttributes.Url}", "audio"),
        ($"{MessageContentAttributes.Video}.{VideoAttributes.Url}", "video"),
    ];

    /// <summary>The messages of a list; null when it has none.</summary>
    /// <param name="tags">The span.</param>
    /// <param name="prefix"><see cref="LlmAttributes.InputMessages"/> or <see cref="LlmAttributes.OutputMessages"/>.</param>
    /// <param name="finishReason">Why the model stopped, of an output; null for an input.</param>
    public static string? Write(SpanTags tags, string prefix, string? finishReason)
    {
        var count = tags.Count(prefix);
        if (count == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            for (var place = 0; place < count; place++)
            {
                WriteMessage(json, tags, SpanTags.Element(prefix, place), place == 0 ? finishReason : null);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteMessage(Utf8JsonWriter json, SpanTags tags, string message, string? finishReason)
    {
        json.WriteStartObject();
        json.WriteString("role"u8, tags.Text($"{message}.{MessageAttributes.Role}") ?? "");
        json.WriteStartArray("parts"u8);
        WriteContent(json, tags, message);
        WriteToolCalls(json, tags, $"{message}.{MessageAttributes.ToolCalls}");
        json.WriteEndArray();
        WriteIf(json, "name"u8, tags.Text($"{message}.{MessageAttributes.Name}"));
        WriteIf(json, "finish_reason"u8, finishReason);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, SpanTags tags, string message)
    {
        var content = tags.Text($"{message}.{MessageAttributes.Content}");
        if (tags.Text($"{message}.{MessageAttributes.ToolCallId}") is { } call)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "tool_call_response"u8);
            json.WriteString("id"u8, call);
            json.WriteString("response"u8, content ?? TextOfParts(tags, $"{message}.{MessageAttributes.Contents}"));
            json.WriteEndObject();
            return;
        }

        if (content is not null)
        {
            WriteText(json, "text"u8, content);
        }

        var parts = $"{message}.{MessageAttributes.Contents}";
        for (var place = 0; place < tags.Count(parts); place++)
        {
            WritePart(json, tags, SpanTags.Element(parts, place));
        }
    }

    private static void WritePart(Utf8JsonWriter json, SpanTags tags, string part)
    {
        foreach (var (prefix, modality) in Media)
        {
            if (tags.Text($"{part}.{prefix}") is { } address)
            {
                WriteMedia(json, modality, address);
                return;
            }
        }

        if (tags.Text($"{part}.{MessageContentAttributes.Text}") is { } text)
        {
            var isReasoning = tags.Text($"{part}.{MessageContentAttributes.Type}") == MessageContentTypes.Reasoning;
            WriteText(json, isReasoning ? "reasoning"u8 : "text"u8, text);
        }
    }

    private static void WriteMedia(Utf8JsonWriter json, string modality, string address)
    {
        const string Mark = ";base64,";
        var mark = address.StartsWith("data:", StringComparison.Ordinal) ? address.IndexOf(Mark, StringComparison.Ordinal) : -1;
        json.WriteStartObject();
        json.WriteString("type"u8, mark < 0 ? "uri"u8 : "blob"u8);
        json.WriteString("modality"u8, modality);
        if (mark < 0)
        {
            json.WriteString("uri"u8, address);
        }
        else
        {
            json.WriteString("mime_type"u8, address.AsSpan("data:".Length, mark - "data:".Length));
            json.WriteString("content"u8, address.AsSpan(mark + Mark.Length));
        }

        json.WriteEndObject();
    }

    private static void WriteToolCalls(Utf8JsonWriter json, SpanTags tags, string calls)
    {
        for (var place = 0; place < tags.Count(calls); place++)
        {
            var call = SpanTags.Element(calls, place);
            json.WriteStartObject();
            json.WriteString("type"u8, "tool_call"u8);
            WriteIf(json, "id"u8, tags.Text($"{call}.{ToolCallAttributes.Id}"));
            json.WriteString("name"u8, tags.Text($"{call}.{ToolCallAttributes.FunctionName}") ?? "");
            if (tags.Text($"{call}.{ToolCallAttributes.FunctionArgumentsJson}") is { } arguments)
            {
                json.WritePropertyName("arguments"u8);
                WriteJsonOrText(json, arguments);
            }

            json.WriteEndObject();
        }
    }

    // What a model produced is not always the object that it should be.
    private static void WriteJsonOrText(Utf8JsonWriter json, string text)
    {
        if (JsonRead.ParseObject(Encoding.UTF8.GetBytes(text)) is not { } document)
        {
            json.WriteStringValue(text);
            return;
        }

        using (document)
        {
            document.RootElement.WriteTo(json);
        }
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> type, string content)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("content"u8, content);
        json.WriteEndObject();
    }

    private static void WriteIf(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string TextOfParts(SpanTags tags, string parts)
    {
        var texts = new List<string>();
        for (var place = 0; place < tags.Count(parts); place++)
        {
            if (tags.Text($"{SpanTags.Element(parts, place)}.{MessageContentAttributes.Text}") is { } text)
            {
                texts.Add(text);
            }
        }

        return string.Join('\n', texts);
    }
}
