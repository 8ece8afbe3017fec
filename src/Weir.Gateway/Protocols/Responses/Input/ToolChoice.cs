using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>What a request says of which tools may or must be called.</summary>
/// <remarks>
/// <code>
/// "auto"                                                                                                        the same
/// {"type":"function","name":"find"}                                                                             {"type":"function","function":{"name":"find"}}
/// {"type":"allowed_tools","mode":"required","tools":[{"type":"function","name":"find"}]}                        "required", and no other tool is sent
/// </code>
/// </remarks>
internal sealed class ToolChoice
{
    private readonly string? _mode;
    private readonly string? _function;
    private readonly HashSet<string>? _allowed;

    private ToolChoice(string? mode, string? function, HashSet<string>? allowed)
    {
        _mode = mode;
        _function = function;
        _allowed = allowed;
    }

    /// <exception cref="GatewayException">400 with the place that is wrong; 501 naming a tool that is not there.</exception>
    public static ToolChoice Read(JsonElement request, DeclaredTools tools)
    {
        switch (request.Find("tool_choice"u8))
        {
            case null:
                return new ToolChoice(null, null, null);
            case { ValueKind: JsonValueKind.String } mode:
                return new ToolChoice(RequireMode(mode.Text(), "tool_choice", "auto", "none", "required"), null, null);
            case { ValueKind: JsonValueKind.Object } choice when choice.FindText("type"u8) == "allowed_tools":
                return ReadAllowed(choice, tools);
            case { ValueKind: JsonValueKind.Object } choice:
                return new ToolChoice(null, RequireTool(choice, tools, "tool_choice"), null);
            case { } wrong:
                throw RequestFault.WrongKind("tool_choice", wrong, "auto, none, required or an object");
        }
    }

    public bool Allows(string chatName) => _allowed?.Contains(chatName) ?? true;

    public void Write(Utf8JsonWriter writer)
    {
        if (_mode is not null)
        {
            writer.WriteString("tool_choice"u8, _mode);
        }

        if (_function is not null)
        {
            writer.WriteStartObject("tool_choice"u8);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, _function);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private static ToolChoice ReadAllowed(JsonElement choice, DeclaredTools tools)
    {
        var mode = RequireMode(choice.RequireString("mode"u8, "tool_choice.mode").Text(), "tool_choice.mode", "auto", "required");
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tool in choice.FindItems("tools"u8))
        {
            _ = allowed.Add(RequireTool(tool, tools, $"tool_choice.tools[{allowed.Count}]"));
        }

        return allowed.Count > 0
            ? new ToolChoice(mode, null, allowed)
            : throw RequestFault.Invalid("'tool_choice.tools' names no tool. Name at least one, or send \"none\".");
    }

    private static string RequireTool(JsonElement tool, DeclaredTools tools, string place)
    {
        var type = tool.RequireString("type"u8, $"{place}.type").Text();
        if (NativeTool.OfType(type) is not null)
        {
            return tools.Contains(type) ? type : throw RequestFault.Invalid($"'{place}.type' is \"{type}\", but 'tools' has no such tool.");
        }

        if (type is not ("function" or "custom"))
        {
            throw RequestFault.NotBuilt($"The tool '{type}' ({place})");
        }

        var name = tool.RequireString("name"u8, $"{place}.name").Text();
        var chatName = DeclaredTool.ChatNameOf(tool.FindText("namespace"u8), name);
        return tools.Contains(chatName) ? chatName : throw RequestFault.Invalid($"'{place}.name' is \"{name}\", but 'tools' has no such tool.");
    }

    private static string RequireMode(string mode, string place, params ReadOnlySpan<string> modes) =>
        modes.Contains(mode) ? mode : throw RequestFault.Invalid($"'{place}' is \"{mode}\"; it must be {string.Join(", ", modes)}.");
}
