using System.Text.Json;
using Weir.Gateway.Protocols.Json;
using Weir.Gateway.Protocols.Responses.Input;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>A call of a tool whose arguments come in pieces. It is announced when its name is known; when they are whole, where they are an object of the item.</summary>
internal sealed class CallItem(OutputItems items, Func<string, DeclaredTool> findTool)
{
    private readonly JoinedText _arguments = new(items.Budget);
    private DeclaredTool? _tool;
    private string? _callId;
    private string _input = "";
    private OutputItem? _item;

    /// <summary>Whether a piece that carries the same index begins another call: some providers number every call 0.</summary>
    public bool IsOtherThan(JsonElement piece) =>
        _callId is not null && piece.FindFilled("id"u8)?.Text() is { } id && id != _callId && piece.FindObject("function"u8)?.FindFilled("name"u8) is not null;

    public void Add(JsonElement piece)
    {
        _callId ??= piece.FindFilled("id"u8)?.Text();
        var function = piece.FindObject("function"u8);
        if (_tool is null && function?.FindFilled("name"u8) is { } name)
        {
            _tool = findTool(name.Text());
            if (_tool.Native is null)
            {
                Begin(_tool);
            }
        }

        switch (function?.Find("arguments"u8))
        {
            case { ValueKind: JsonValueKind.String } text when text.RawText().Length > 0:
                AddArguments(text.RawText(), writer => writer.WriteRaw("delta"u8, text));
                break;
            case { ValueKind: JsonValueKind.Object } whole:
                AddWhole(whole.GetRawText());
                break;
        }
    }

    /// <summary>Announces a call that waited for its end, or whose name never came, so that it is not lost without a word.</summary>
    public void EnsureBegun()
    {
        if (_item is null)
        {
            Begin(_tool ??= findTool(""));
        }
    }

    private void Begin(DeclaredTool tool)
    {
        _callId ??= ItemIds.Call();
        _item = items.Open(NewId(tool), WriteMembers, CloseParts);
        if (!_arguments.IsEmpty && tool is { IsCustom: false, Native: null })
        {
            Tell("response.function_call_arguments.delta"u8, writer => _arguments.Write(writer, "delta"u8));
        }
    }

    private static string NewId(DeclaredTool tool) =>
        tool.Native is { } native ? ItemIds.NativeCall(native.IdPrefix) : tool.IsCustom ? ItemIds.CustomCall() : ItemIds.FunctionCall();

    private void AddWhole(string arguments) =>
        AddArguments(JsonEncodedText.Encode(arguments).EncodedUtf8Bytes, writer => writer.WriteString("delta"u8, arguments));

    // The input of a custom tool is inside the arguments, and is told when they are whole.
    private void AddArguments(ReadOnlySpan<byte> escaped, Action<Utf8JsonWriter> writeDelta)
    {
        _arguments.AddRaw(escaped);
        if (_item is not null && _tool is { IsCustom: false })
        {
            Tell("response.function_call_arguments.delta"u8, writeDelta);
        }
    }

    private void CloseParts()
    {
        if (_tool is { Native: not null })
        {
            return;
        }

        if (_tool is { IsCustom: true })
        {
            _input = InputOf(_arguments.Decode());
            Tell("response.custom_tool_call_input.delta"u8, writer => writer.WriteString("delta"u8, _input));
            Tell("response.custom_tool_call_input.done"u8, writer => writer.WriteString("input"u8, _input));
            return;
        }

        if (_arguments.IsEmpty)
        {
            AddWhole("{}");
        }

        Tell("response.function_call_arguments.done"u8, writer =>
        {
            writer.WriteString("name"u8, _tool!.Name);
            _arguments.Write(writer, "arguments"u8);
        });
    }

    // {"input":"…"}; a model that writes the text itself means the same.
    private static string InputOf(string arguments)
    {
        try
        {
            using var document = JsonDocument.Parse(arguments);
            return document.RootElement.FindText("input"u8) ?? arguments;
        }
        catch (JsonException)
        {
            return arguments;
        }
    }

    private void WriteMembers(Utf8JsonWriter writer)
    {
        if (_tool!.Native is { } native)
        {
            WriteNative(native, writer);
            return;
        }

        writer.WriteString("type"u8, _tool.IsCustom ? "custom_tool_call"u8 : "function_call"u8);
        writer.WriteString("call_id"u8, _callId);
        writer.WriteString("name"u8, _tool.Name);
        if (_tool.Namespace is { } group)
        {
            writer.WriteString("namespace"u8, group);
        }

        if (_tool.IsCustom)
        {
            writer.WriteString("input"u8, _input);
            return;
        }

        // Announced empty: what there is follows as deltas.
        if (_item is null)
        {
            writer.WriteString("arguments"u8, ""u8);
            return;
        }

        _arguments.Write(writer, "arguments"u8);
    }

    private void WriteNative(NativeTool native, Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, native.CallType);
        writer.WriteString("call_id"u8, _callId);
        writer.WritePropertyName(native.Payload);
        writer.WriteRawValue(ObjectOf(_arguments.Decode()), skipInputValidation: true);
    }

    // What was cut off or never was an object asks for nothing.
    private static string ObjectOf(string arguments)
    {
        try
        {
            using var document = JsonDocument.Parse(arguments);
            return document.RootElement.ValueKind == JsonValueKind.Object ? arguments : "{}";
        }
        catch (JsonException)
        {
            return "{}";
        }
    }

    private void Tell(ReadOnlySpan<byte> type, Action<Utf8JsonWriter> members) => _item!.Tell(type, members);
}
