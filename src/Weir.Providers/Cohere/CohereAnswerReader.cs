using System.Buffers;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary>Turns a whole answer into the internal form.</summary>
/// <remarks>
/// <code>
/// {"id":"a","finish_reason":"COMPLETE","message":{"role":"assistant","content":[{"type":"text","text":"Hi"}]},"usage":{…}}
/// {"id":"a","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop","native_finish_reason":"COMPLETE"}],"usage":{…}}
/// </code>
/// </remarks>
internal static class CohereAnswerReader
{
    /// <exception cref="InvalidDataException">It is not an answer.</exception>
    public static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> json)
    {
        using var document = WireDocument.Parse(json);
        var root = document.RootElement;
        if (!root.TryMember("message", out var message) || message.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException("The answer has no message.");
        }

        var buffer = new ArrayBufferWriter<byte>(json.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("id"u8, root.Text("id") ?? "");
        writer.WriteStartArray("choices"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        WriteMessage(writer, message);
        WriteFinish(writer, root.Text("finish_reason") ?? "COMPLETE", root.Text("error"), message.Items("tool_calls").Any());
        writer.WriteEndObject();
        writer.WriteEndArray();
        _ = CohereUsage.Write(writer, root);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Writes the reasons of a choice, and its error when that is one.</summary>
    public static void WriteFinish(Utf8JsonWriter writer, string native, string? error, bool hasToolCalls)
    {
        var reason = CohereFinishReasons.Of(native, hasToolCalls);
        writer.WriteString("finish_reason"u8, reason);
        writer.WriteString("native_finish_reason"u8, native);
        if (reason == CohereFinishReasons.Error)
        {
            CohereErrors.Write(writer, error ?? $"Cohere ended the answer with {native}.");
        }
    }

    private static void WriteMessage(Utf8JsonWriter writer, JsonElement message)
    {
        var text = string.Concat(message.Items("content").Select(part => part.Text("text")));
        var thinking = string.Concat(message.Items("content").Select(part => part.Text("thinking")));
        var plan = message.Text("tool_plan") ?? "";
        writer.WriteStartObject("message"u8);
        writer.WriteString("role"u8, "assistant");
        if (text.Length > 0)
        {
            writer.WriteString("content"u8, text);
        }
        else
        {
            writer.WriteNull("content"u8);
        }

        CohereReasoning.Write(writer, thinking, plan);
        WriteCalls(writer, message);
        CohereCitations.Write(writer, message.Items("citations"));
        writer.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter writer, JsonElement message)
    {
        if (!message.Items("tool_calls").Any())
        {
            return;
        }

        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in message.Items("tool_calls"))
        {
            if (!call.TryMember("function", out var function) || function.Text("name") is not { } name || call.Text("id") is not { } id)
            {
                throw new InvalidDataException("A tool call has no id or no name.");
            }

            // A function without parameters is called with "null", or with nothing.
            var arguments = function.Text("arguments") is { Length: > 0 } given && given != "null" ? given : "{}";
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteString("type"u8, "function");
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, name);
            writer.WriteString("arguments"u8, arguments);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
