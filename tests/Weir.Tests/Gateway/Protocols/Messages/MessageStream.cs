using System.Text;
using System.Text.Json;
using Weir.Gateway.Protocols;
using Weir.Gateway.Protocols.Messages;
using Weir.Tests.Testing;

namespace Weir.Tests.Gateway.Protocols.Messages;

/// <summary>Reads the events of a stream as a strict client does: it fails on anything that the protocol does not allow.</summary>
internal sealed class MessageStream
{
    private readonly HashSet<string> _seen = [];
    private JsonElement? _open;
    private int _index = -1;
    private bool _hasReason;

    /// <summary>One line an event: <c>start 0 text</c>, <c>text 0 Hi</c>, <c>stop 0</c>, <c>reason end_turn</c>, <c>message_stop</c>, <c>error …</c>.</summary>
    public List<string> Lines { get; } = [];

    public StringBuilder Text { get; } = new();

    public StringBuilder Thinking { get; } = new();

    /// <summary>Arguments by call id.</summary>
    public Dictionary<string, StringBuilder> Calls { get; } = [];

    public bool IsComplete => _seen.Contains("message_stop");

    public static MessageStream OfChunks(IEnumerable<string> chunks, string? closing = """{"choices":[],"usage":{}}""")
    {
        var translator = new MessagesProtocol().Answer(GatewaySamples.Inbound(new FakeTime()), "a/b", "B");
        var output = new EventBuffer();
        foreach (var chunk in chunks)
        {
            translator.WriteChunk(GatewaySamples.Utf8(chunk), output);
        }

        if (closing is not null)
        {
            translator.WriteClosing(GatewaySamples.Utf8(closing), output);
            translator.WriteEndMark(output);
        }

        return Of(GatewaySamples.Text(output.Written));
    }

    public static MessageStream Of(string sse)
    {
        var stream = new MessageStream();
        foreach (var part in sse.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(part => part[0] != ':'))
        {
            var lines = part.Split('\n');
            Require(lines is [['e', 'v', 'e', 'n', 't', ':', ' ', ..], ['d', 'a', 't', 'a', ':', ' ', ..]], part);
            var data = JsonDocument.Parse(lines[1]["data: ".Length..]).RootElement;
            Require(lines[0] == $"event: {data.GetProperty("type").GetString()}", part);
            stream.Take(data);
        }

        return stream;
    }

    private static void Require(bool isTrue, string what)
    {
        if (!isTrue)
        {
            throw new InvalidDataException($"The stream is not valid at: {what}");
        }
    }

    private void Take(JsonElement data)
    {
        var type = data.GetProperty("type").GetString()!;
        Require(!IsComplete && !_seen.Contains("error"), "something follows the end");
        Require(type is "error" || (type == "message_start" ? _seen.Count == 0 : _seen.Contains("message_start")), type);
        Require(!_hasReason || type is "message_stop" or "ping" or "error", type);
        _ = _seen.Add(type);
        switch (type)
        {
            case "content_block_start":
                Start(data);
                break;
            case "content_block_delta":
                Delta(data.GetProperty("index").GetInt32(), data.GetProperty("delta"));
                break;
            case "content_block_stop":
                Require(_open is not null && data.GetProperty("index").GetInt32() == _index, data.GetRawText());
                _open = null;
                Lines.Add($"stop {_index}");
                break;
            case "message_delta":
                Require(_open is null, data.GetRawText());
                _hasReason = true;
                Lines.Add($"reason {data.GetProperty("delta").GetProperty("stop_reason").GetString()}");
                break;
            case "message_stop":
                Require(_hasReason, data.GetRawText());
                Lines.Add(type);
                break;
            case "error":
                Lines.Add($"error {data.GetProperty("error").GetProperty("type").GetString()}");
                break;
        }
    }

    private void Start(JsonElement data)
    {
        Require(_open is null && data.GetProperty("index").GetInt32() == ++_index, data.GetRawText());
        var block = data.GetProperty("content_block");
        _open = block;
        var type = block.GetProperty("type").GetString();
        if (type == "tool_use")
        {
            Calls.Add(block.GetProperty("id").GetString()!, new StringBuilder());
            Require(block.GetProperty("input").GetRawText() == "{}" && block.GetProperty("name").GetString()!.Length > 0, data.GetRawText());
        }

        Lines.Add($"start {_index} {type}");
    }

    private void Delta(int index, JsonElement delta)
    {
        Require(_open is not null && index == _index, delta.GetRawText());
        var (type, block) = (delta.GetProperty("type").GetString(), _open!.Value.GetProperty("type").GetString());
        switch (type)
        {
            case "text_delta" when block == "text":
                Append("text", Text, delta.GetProperty("text"));
                break;
            case "thinking_delta" when block == "thinking":
                Append("thinking", Thinking, delta.GetProperty("thinking"));
                break;
            case "signature_delta" when block == "thinking":
                Lines.Add($"signature {index} {delta.GetProperty("signature").GetString()}");
                break;
            case "citations_delta" when block == "text":
                Lines.Add($"citation {index} {delta.GetProperty("citation").GetRawText()}");
                break;
            case "input_json_delta" when block == "tool_use":
                Append("json", Calls[_open.Value.GetProperty("id").GetString()!], delta.GetProperty("partial_json"));
                break;
            default:
                Require(false, $"{type} in {block}");
                break;
        }
    }

    private void Append(string what, StringBuilder all, JsonElement text)
    {
        _ = all.Append(text.GetString());
        Lines.Add($"{what} {_index} {text.GetString()}");
    }
}
