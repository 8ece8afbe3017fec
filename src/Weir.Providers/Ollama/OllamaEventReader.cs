using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Ollama;

/// <summary>Turns the objects of one answer, which have the same form streamed and whole, into the internal form. Used by one answer.</summary>
/// <remarks>
/// <code>
/// {"model":"qwen3","created_at":"…","message":{"role":"assistant","content":"","thinking":"Hm.","tool_calls":[{"function":{"name":"f","arguments":{}}}]},"done":false}
/// {"model":"qwen3","created_at":"…","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","prompt_eval_count":26,"eval_count":282}
/// {"error":"…"}
/// </code>
/// </remarks>
internal sealed class OllamaEventReader(bool isChunk)
{
    private string? _answer;
    private int _calls;
    private (long Prompt, long Completion)? _usage;

    /// <summary>Whether the answer said that it is done.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Whether nothing more can come: it is done, or ended in an error.</summary>
    public bool IsOver { get; private set; }

    /// <returns>Empty when the object carries nothing for the client.</returns>
    /// <exception cref="JsonException">The object is not JSON.</exception>
    public ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> json)
    {
        using var document = WireDocument.Parse(json);
        var root = document.RootElement;
        var buffer = new ArrayBufferWriter<byte>(json.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        if (root.TryMember("error", out var error))
        {
            IsOver = true;
            WriteError(writer, error.Text() ?? error.Text("message") ?? "no message");
            return buffer.WrittenMemory;
        }

        if (!root.TryMember("message", out var message) && !isChunk)
        {
            throw new InvalidDataException("The answer has no message.");
        }

        // The time of the first object tells this answer from others.
        _answer ??= $"{root.Text("model")} {root.Text("created_at")}";
        var isDone = root.IsTrue("done");
        if (!WriteAnswer(writer, root, message, isDone))
        {
            return default;
        }

        IsFinished = IsOver = isDone;
        return buffer.WrittenMemory;
    }

    /// <summary>The last chunk of a stream: the usage, if Ollama reported all of it.</summary>
    public ReadOnlyMemory<byte> UsageChunk()
    {
        if (_usage is null)
        {
            return default;
        }

        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteStartArray("choices"u8);
        writer.WriteEndArray();
        WriteUsage(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private bool WriteAnswer(Utf8JsonWriter writer, JsonElement root, JsonElement message, bool isDone)
    {
        var content = message.Text("content") ?? "";
        var thinking = message.Text("thinking") ?? "";
        var calls = message.Items("tool_calls").ToArray();
        if (isChunk && !isDone && content.Length == 0 && thinking.Length == 0 && calls.Length == 0)
        {
            return false;
        }

        writer.WriteStartObject();
        writer.WriteStartArray("choices"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        writer.WriteStartObject(isChunk ? "delta"u8 : "message"u8);
        writer.WriteString("role"u8, "assistant");
        WriteContent(writer, content);
        WriteThinking(writer, thinking);
        WriteCalls(writer, calls);
        writer.WriteEndObject();
        WriteLogprobs(writer, root);
        WriteFinish(writer, root, isDone);
        writer.WriteEndObject();
        writer.WriteEndArray();
        _usage = root.Whole("prompt_eval_count") is { } prompt && root.Whole("eval_count") is { } completion ? (prompt, completion) : _usage;
        if (!isChunk)
        {
            WriteUsage(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        return true;
    }

    private void WriteContent(Utf8JsonWriter writer, string content)
    {
        if (content.Length > 0)
        {
            writer.WriteString("content"u8, content);
        }
        else if (!isChunk)
        {
            writer.WriteNull("content"u8);
        }
    }

    private static void WriteThinking(Utf8JsonWriter writer, string thinking)
    {
        if (thinking.Length == 0)
        {
            return;
        }

        writer.WriteString("reasoning"u8, thinking);
        ReasoningDetail.WriteText(writer, thinking);
    }

    private void WriteCalls(Utf8JsonWriter writer, JsonElement[] calls)
    {
        if (calls.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in calls)
        {
            if (!call.TryMember("function", out var function) || function.Text("name") is not { } name)
            {
                throw new InvalidDataException("A tool call has no name.");
            }

            var given = function.Member("arguments");
            var arguments = given.ValueKind == JsonValueKind.Object ? CompactJson.Of(given) : "{}"u8.ToArray();
            writer.WriteStartObject();
            if (isChunk)
            {
                writer.WriteNumber("index"u8, _calls);
            }

            writer.WriteString("id"u8, call.Text("id") is { Length: > 0 } id ? id : ToolCallIds.Of(_answer!, 0, _calls, name, arguments.Span));
            writer.WriteString("type"u8, "function");
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, name);
            writer.WriteString("arguments"u8, arguments.Span);
            writer.WriteEndObject();
            writer.WriteEndObject();
            _calls++;
        }

        writer.WriteEndArray();
    }

    // In the form of the chat API already.
    private static void WriteLogprobs(Utf8JsonWriter writer, JsonElement root)
    {
        if (!root.TryMember("logprobs", out var logprobs) || logprobs.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        writer.WriteStartObject("logprobs"u8);
        writer.WritePropertyName("content"u8);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(logprobs), skipInputValidation: true);
        writer.WriteEndObject();
    }

    private void WriteFinish(Utf8JsonWriter writer, JsonElement root, bool isDone)
    {
        if (!isDone)
        {
            writer.WriteNull("finish_reason"u8);
            return;
        }

        var native = root.Text("done_reason") ?? "stop";
        writer.WriteString("finish_reason"u8, native == "length" ? "length" : _calls > 0 ? "tool_calls" : "stop");
        writer.WriteString("native_finish_reason"u8, native);
    }

    private void WriteUsage(Utf8JsonWriter writer)
    {
        if (_usage is not { } usage)
        {
            return;
        }

        writer.WriteStartObject("usage"u8);
        writer.WriteNumber("prompt_tokens"u8, usage.Prompt);
        writer.WriteNumber("completion_tokens"u8, usage.Completion);
        writer.WriteNumber("total_tokens"u8, usage.Prompt + usage.Completion);
        writer.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter writer, string message)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, 502);
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
    }
}
