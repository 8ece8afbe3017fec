using System.Buffers;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary>Turns the events of one streamed answer into the internal form. Used by one answer.</summary>
/// <remarks>
/// <code>
/// {"type":"message-start","id":"a",…}
/// {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"Hi"}}}}
/// {"type":"tool-call-delta","index":0,"delta":{"message":{"tool_calls":{"function":{"arguments":"{"}}}}}
/// {"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{…}}}
/// </code>
/// </remarks>
internal sealed class CohereEventReader
{
    private const int MostCalls = 128;
    // By the index of Cohere's event. Bounded by MostCalls.
    private readonly Dictionary<long, CohereToolCallState> _calls = [];
    private string _id = "";

    /// <summary>Whether the message came to its end.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Whether nothing more can come: it is finished, or ended in an error.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The last chunk of a stream; empty when no usage was reported.</summary>
    public ReadOnlyMemory<byte> UsageChunk { get; private set; }

    /// <returns>Empty when the event carries nothing for the client.</returns>
    /// <exception cref="JsonException">The event is not JSON.</exception>
    public ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> json)
    {
        using var document = WireDocument.Parse(json);
        var root = document.RootElement;
        var delta = root.Member("delta");
        var message = delta.Member("message");
        switch (root.Text("type"))
        {
            case "message-start":
                _id = root.Text("id") ?? _id;
                return default;
            case "content-start" or "content-delta":
                return Content(message.Member("content").Text("text"), message.Member("content").Text("thinking"), null);
            case "tool-plan-delta":
                return Content(null, null, message.Text("tool_plan"));
            case "tool-call-start":
                return StartCall(IndexOf(root), message.Member("tool_calls"));
            case "tool-call-delta":
                return Arguments(IndexOf(root), message.Member("tool_calls"));
            case "tool-call-end":
                return EndCall(IndexOf(root));
            case "citation-start":
                return Citations(message.Member("citations"));
            case "message-end":
                return End(delta);
            case "error" or null:
                return Error(root);
            default:
                return default;
        }
    }

    private static long IndexOf(JsonElement root) => root.Whole("index") ?? 0;

    private ReadOnlyMemory<byte> Error(JsonElement root)
    {
        if (CohereErrors.Find(root) is not { } error)
        {
            return default;
        }

        IsOver = true;
        return Written(writer => CohereErrors.Write(writer, error.Message ?? "no message"));
    }

    private ReadOnlyMemory<byte> Content(string? text, string? thinking, string? plan) =>
        string.IsNullOrEmpty(text) && string.IsNullOrEmpty(thinking) && string.IsNullOrEmpty(plan) ? default : Chunk(writer =>
        {
            if (!string.IsNullOrEmpty(text))
            {
                writer.WriteString("content"u8, text);
            }

            CohereReasoning.Write(writer, thinking ?? "", plan ?? "");
        });

    private ReadOnlyMemory<byte> StartCall(long index, JsonElement call)
    {
        if (!call.TryMember("function", out var function) || function.Text("name") is not { } name || call.Text("id") is not { } id)
        {
            throw new InvalidDataException("A tool call begins without an id or a name.");
        }

        if (_calls.Count == MostCalls)
        {
            throw new InvalidDataException($"An answer has more than {MostCalls} tool calls.");
        }

        var state = _calls[index] = new CohereToolCallState(_calls.Count);
        var arguments = state.Add(function.Text("arguments") ?? "");
        return CallChunk(state, arguments, writer =>
        {
            writer.WriteString("id"u8, id);
            writer.WriteString("type"u8, "function");
        }, name);
    }

    private ReadOnlyMemory<byte> Arguments(long index, JsonElement call)
    {
        if (!_calls.TryGetValue(index, out var state))
        {
            throw new InvalidDataException("A tool call goes on that never began.");
        }

        var piece = state.Add(call.Member("function").Text("arguments") ?? "");
        return piece.Length == 0 ? default : CallChunk(state, piece, null, null);
    }

    private ReadOnlyMemory<byte> EndCall(long index) =>
        _calls.TryGetValue(index, out var state) && state.End() is { Length: > 0 } rest ? CallChunk(state, rest, null, null) : default;

    // One citation an event; a list of them is as good.
    private ReadOnlyMemory<byte> Citations(JsonElement cited)
    {
        IEnumerable<JsonElement> citations = cited.ValueKind == JsonValueKind.Array ? cited.Items() : [cited];
        var addressed = citations.Where(citation => citation.Items("sources").Any(source => CohereCitations.UrlOf(source) is not null)).ToArray();
        return addressed.Length == 0 ? default : Chunk(writer => CohereCitations.Write(writer, addressed));
    }

    private ReadOnlyMemory<byte> End(JsonElement delta)
    {
        IsFinished = IsOver = true;
        var hasUsage = false;
        var usage = Written(writer =>
        {
            writer.WriteString("id"u8, _id);
            writer.WriteStartArray("choices"u8);
            writer.WriteEndArray();
            hasUsage = CohereUsage.Write(writer, delta);
        });
        UsageChunk = hasUsage ? usage : default;
        return Chunk(
            _ => { },
            writer => CohereAnswerReader.WriteFinish(writer, delta.Text("finish_reason") ?? "COMPLETE", delta.Text("error"), _calls.Count > 0));
    }

    private ReadOnlyMemory<byte> CallChunk(CohereToolCallState state, string arguments, Action<Utf8JsonWriter>? writeHead, string? name) => Chunk(writer =>
    {
        writer.WriteStartArray("tool_calls"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, state.Position);
        writeHead?.Invoke(writer);
        writer.WriteStartObject("function"u8);
        if (name is not null)
        {
            writer.WriteString("name"u8, name);
        }

        writer.WriteString("arguments"u8, arguments);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private ReadOnlyMemory<byte> Chunk(Action<Utf8JsonWriter> writeDelta, Action<Utf8JsonWriter>? writeFinish = null) => Written(writer =>
    {
        writer.WriteString("id"u8, _id);
        writer.WriteStartArray("choices"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        writer.WriteStartObject("delta"u8);
        writer.WriteString("role"u8, "assistant");
        writeDelta(writer);
        writer.WriteEndObject();
        if (writeFinish is null)
        {
            writer.WriteNull("finish_reason"u8);
        }

        writeFinish?.Invoke(writer);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private static ReadOnlyMemory<byte> Written(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        writer.WriteStartObject();
        writeMembers(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
