using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Weir.Simulator.Chat;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Reads one message of a Messages request into the messages it stands for: tool results come before what the user says.</summary>
internal sealed class TurnReader(string path)
{
    private readonly StringBuilder _text = new();
    private readonly List<ChatToolCall> _calls = [];
    private readonly List<ChatMessage> _results = [];
    private int _mediaCount;

    /// <summary>Type of the first block; null when the message has none.</summary>
    public string? FirstType { get; private set; }

    /// <exception cref="RefusalException">The message is wrong.</exception>
    public ImmutableArray<ChatMessage> Read(JsonElement message)
    {
        var role = message.RequiredString("role", path + ".role");
        if (role is not ("user" or "assistant" or "system"))
        {
            throw JsonFields.Refuse($"Unexpected role \"{role}\". Allowed roles are \"user\" or \"assistant\".", path, "invalid_value");
        }

        ReadContent(message.Field("content") ?? throw JsonFields.Missing(path + ".content"), role);
        var said = new ChatMessage { Role = role, Text = _text.ToString(), MediaCount = _mediaCount, ToolCalls = [.. _calls] };
        return _results.Count > 0 && _text.Length == 0 && _mediaCount == 0 ? [.. _results] : [.. _results, said];
    }

    private void ReadContent(JsonElement content, string role)
    {
        if (content.ValueKind == JsonValueKind.String)
        {
            FirstType = "text";
            Append(content.Text(path + ".content"));
            return;
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            throw JsonFields.WrongType(path + ".content", "a string or an array of blocks", content);
        }

        var index = 0;
        foreach (var block in content.EnumerateArray())
        {
            var blockPath = FormattableString.Invariant($"{path}.content.{index++}");
            var type = block.RequiredString("type", blockPath + ".type");
            FirstType ??= type;
            ReadBlock(block, type, role, blockPath);
        }
    }

    private void ReadBlock(JsonElement block, string type, string role, string blockPath)
    {
        switch (type, role)
        {
            case ("text", _):
                Append(NotEmpty(block.RequiredString("text", blockPath + ".text")));
                break;
            case ("thinking" or "redacted_thinking", "assistant"):
                Thinking.Check(block, type, blockPath);
                break;
            case ("tool_use", "assistant"):
                _calls.Add(ReadCall(block, blockPath));
                break;
            case ("tool_result", "user"):
                _results.Add(ReadResult(block, blockPath));
                break;
            case ("image" or "document" or "search_result" or "container_upload", "user"):
                ReadMedia(block, blockPath);
                break;
            default:
                throw JsonFields.Refuse($"Input tag '{type}' found using 'type' does not fit a message of role '{role}'", blockPath, "invalid_value");
        }
    }

    private static ChatToolCall ReadCall(JsonElement block, string blockPath)
    {
        var input = block.Field("input") ?? throw JsonFields.Missing(blockPath + ".input");
        return input.ValueKind == JsonValueKind.Object
            ? new ChatToolCall(block.RequiredString("id", blockPath + ".id"), block.RequiredString("name", blockPath + ".name"), input.GetRawText())
            : throw JsonFields.Refuse("Input should be a valid dictionary", blockPath + ".input", "invalid_type");
    }

    private static ChatMessage ReadResult(JsonElement block, string blockPath)
    {
        var content = block.Field("content");
        var parts = content is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
        var text = content is { ValueKind: JsonValueKind.String } plain
            ? plain.Text(blockPath + ".content")
            : string.Join('\n', parts.Select(part => part.OptionalString("text", blockPath + ".content.text")).OfType<string>());
        return new ChatMessage
        {
            Role = "tool",
            Text = text,
            MediaCount = parts.Count(part => part.Field("text") is null),
            ToolCallId = block.RequiredString("tool_use_id", blockPath + ".tool_use_id"),
        };
    }

    // {"type":"document","source":{"type":"text","data":"…"}}: text that comes as a document is read as text, everything else is counted.
    private void ReadMedia(JsonElement block, string blockPath)
    {
        var source = block.Field("source") ?? default;
        if (source.ValueKind == JsonValueKind.Object && source.RequiredString("type", blockPath + ".source.type") == "text")
        {
            Append(source.RequiredString("data", blockPath + ".source.data"));
            return;
        }

        _mediaCount++;
    }

    private void Append(string text) => _text.Append(_text.Length > 0 ? "\n" : "").Append(text);

    private static string NotEmpty(string text) => text.Length > 0 ? text : throw JsonFields.Refuse("messages: text content blocks must be non-empty", "messages", "empty_string");
}
