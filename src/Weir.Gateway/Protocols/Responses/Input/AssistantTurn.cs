using System.Buffers;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>Collects what the model said in one turn, which is one message in chat: its reasoning, its text, its calls. Bounded by the request.</summary>
/// <remarks>Providers take a tool's result only right behind the message that called it, and reasoning only with the calls it led to.</remarks>
internal sealed class AssistantTurn
{
    private readonly List<JsonElement> _reasoning = [];
    private readonly List<JsonElement> _texts = [];
    private readonly List<JsonElement> _refusals = [];
    private readonly List<Call> _calls = [];
    private bool _isOpen;

    public void AddReasoning(JsonElement item)
    {
        _isOpen = true;
        _reasoning.Add(item);
    }

    /// <exception cref="GatewayException">400: a part that an assistant does not say.</exception>
    public void AddMessage(JsonElement item, string place)
    {
        _isOpen = true;
        switch (item.Find("content"u8))
        {
            case null:
                return;
            case { ValueKind: JsonValueKind.String } text:
                _texts.Add(text);
                return;
            case { ValueKind: JsonValueKind.Array } parts:
                AddParts(parts, $"{place}.content");
                return;
            case { } wrong:
                throw RequestFault.WrongKind($"{place}.content", wrong, "a string or a list of parts");
        }
    }

    /// <param name="item">A function call or a call of a custom tool.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="payload">The member that holds what the tool was given.</param>
    /// <exception cref="GatewayException">400: a member is missing.</exception>
    public void AddCall(JsonElement item, string place, ReadOnlySpan<byte> payload)
    {
        _isOpen = true;
        _calls.Add(new Call(
            item.RequireString("call_id"u8, $"{place}.call_id"),
            DeclaredTool.ChatNameOf(item.FindText("namespace"u8), item.RequireString("name"u8, $"{place}.name").Text()),
            item.RequireString(payload, $"{place}.{Encoding.UTF8.GetString(payload)}"),
            IsCustom: payload.SequenceEqual("input"u8)));
    }

    /// <param name="item">A call of a tool with a type of its own.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="tool">That tool.</param>
    /// <exception cref="GatewayException">400: a member is missing.</exception>
    public void AddCall(JsonElement item, string place, NativeTool tool)
    {
        var payload = Encoding.UTF8.GetBytes(tool.Payload);
        _isOpen = true;
        _calls.Add(new Call(
            item.RequireString("call_id"u8, $"{place}.call_id"),
            tool.Type,
            item.FindObject(payload) ?? throw RequestFault.WrongKind($"{place}.{tool.Payload}", item.Find(payload), "an object"),
            IsCustom: false));
    }

    /// <summary>Writes the message, if there is one, and begins the next.</summary>
    public void Flush(Utf8JsonWriter writer)
    {
        if (!_isOpen)
        {
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("role"u8, "assistant"u8);
        WriteContent(writer);
        WriteReasoning(writer);
        WriteCalls(writer);
        writer.WriteEndObject();
        _isOpen = false;
        _reasoning.Clear();
        _texts.Clear();
        _refusals.Clear();
        _calls.Clear();
    }

    private void AddParts(JsonElement parts, string place)
    {
        var index = 0;
        foreach (var part in parts.EnumerateArray())
        {
            var at = $"{place}[{index++}]";
            switch (part.FindText("type"u8))
            {
                case "output_text" or "input_text" or "text":
                    _texts.Add(part.RequireString("text"u8, $"{at}.text"));
                    break;
                case "refusal":
                    _refusals.Add(part.RequireString("refusal"u8, $"{at}.refusal"));
                    break;
                case var other:
                    throw RequestFault.Invalid($"'{at}.type' is \"{other}\"; what an assistant said is output_text or refusal.");
            }
        }
    }

    private void WriteContent(Utf8JsonWriter writer)
    {
        switch (_texts.Count)
        {
            case 0 when _calls.Count > 0 || _refusals.Count > 0:
                writer.WriteNull("content"u8);
                break;
            case 0:
                writer.WriteString("content"u8, ""u8);
                break;
            case 1:
                writer.WriteRaw("content"u8, _texts[0]);
                break;
            default:
                writer.WriteStartArray("content"u8);
                _texts.ForEach(text => ContentTranslator.WriteText(text, writer));
                writer.WriteEndArray();
                break;
        }

        if (_refusals.Count > 0)
        {
            writer.WriteString("refusal"u8, string.Concat(_refusals.Select(refusal => refusal.Text())));
        }
    }

    private void WriteReasoning(Utf8JsonWriter writer)
    {
        if (_reasoning.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("reasoning_details"u8);
        _reasoning.ForEach(item => ReasoningReplay.Write(item, writer));
        writer.WriteEndArray();
    }

    private void WriteCalls(Utf8JsonWriter writer)
    {
        if (_calls.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in _calls)
        {
            writer.WriteStartObject();
            writer.WriteRaw("id"u8, call.Id);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, call.ChatName);
            if (call.IsCustom)
            {
                writer.WriteString("arguments"u8, InputObject(call.Payload));
            }
            else if (call.Payload.ValueKind == JsonValueKind.Object)
            {
                writer.WriteString("arguments"u8, call.Payload.GetRawText());
            }
            else
            {
                writer.WriteRaw("arguments"u8, call.Payload);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // {"input":"…"}: the arguments of the function that a custom tool is in chat.
    private static ReadOnlySpan<byte> InputObject(JsonElement input)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using var writer = new Utf8JsonWriter(buffer, SentJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteRaw("input"u8, input);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private sealed record Call(JsonElement Id, string ChatName, JsonElement Payload, bool IsCustom);
}
