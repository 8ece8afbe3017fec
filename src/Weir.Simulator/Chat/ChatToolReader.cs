using System.Collections.Immutable;
using System.Text.Json;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Chat;

/// <summary>Reads <c>tools</c> and <c>tool_choice</c>.</summary>
internal static class ChatToolReader
{
    public static ImmutableArray<ChatTool> ReadTools(JsonElement body)
    {
        if (body.Field("tools") is not { } tools)
        {
            return [];
        }

        return tools.ValueKind == JsonValueKind.Array
            ? [.. tools.EnumerateArray().Select((tool, index) => ReadTool(tool, $"tools[{index}]"))]
            : throw JsonFields.WrongType("tools", "an array of objects", tools);
    }

    public static ToolChoice ReadChoice(JsonElement body, ImmutableArray<ChatTool> tools)
    {
        if (body.Field("tool_choice") is not { } choice)
        {
            return ToolChoice.Auto;
        }

        var read = choice.ValueKind == JsonValueKind.Object ? ReadNamed(choice) : ReadMode(choice.Text("tool_choice"));
        if (read.Mode is ToolChoiceMode.Required or ToolChoiceMode.Named && tools.IsEmpty)
        {
            throw JsonFields.Refuse("Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.", "tool_choice", "invalid_value");
        }

        return read.Name is null || tools.Any(tool => tool.Name == read.Name)
            ? read
            : throw JsonFields.Refuse($"Tool choice '{read.Name}' not found in 'tools' parameter.", "tool_choice", "invalid_value");
    }

    // {"type":"function","function":{"name":"get_weather","description":"…","parameters":{…}}}
    private static ChatTool ReadTool(JsonElement tool, string path)
    {
        var type = tool.RequiredString("type", path + ".type");
        if (type != "function")
        {
            throw JsonFields.Refuse($"Invalid value: '{type}'. Supported values are: 'function'.", path + ".type", "invalid_value");
        }

        var function = tool.Field("function") ?? throw JsonFields.Missing(path + ".function");
        var name = function.RequiredString("name", path + ".function.name");
        var parameters = function.Field("parameters")?.Checked(path + ".function.parameters") ?? default;
        return new ChatTool(name, function.OptionalString("description", path + ".function.description") ?? "", parameters);
    }

    private static ToolChoice ReadNamed(JsonElement choice)
    {
        var type = choice.RequiredString("type", "tool_choice.type");
        if (type != "function")
        {
            throw JsonFields.Refuse($"Invalid value: '{type}'. Supported values are: 'function'.", "tool_choice.type", "invalid_value");
        }

        var function = choice.Field("function") ?? throw JsonFields.Missing("tool_choice.function");
        return new ToolChoice(ToolChoiceMode.Named, function.RequiredString("name", "tool_choice.function.name"));
    }

    private static ToolChoice ReadMode(string mode) => mode switch
    {
        "auto" => ToolChoice.Auto,
        "none" => new ToolChoice(ToolChoiceMode.None),
        "required" => new ToolChoice(ToolChoiceMode.Required),
        _ => throw JsonFields.Refuse($"Invalid value: '{mode}'. Supported values are: 'none', 'auto', and 'required'.", "tool_choice", "invalid_value"),
    };
}
