using System.Collections.Immutable;
using System.Text.Json;
using Weir.Simulator.Chat;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Reads <c>tools</c> and <c>tool_choice</c> of a Messages request.</summary>
internal static class MessagesToolReader
{
    // {"name":"get_weather","description":"…","input_schema":{…}}; tools that Anthropic runs itself have a type and no schema, and are not called here.
    public static ImmutableArray<ChatTool> ReadTools(JsonElement body)
    {
        if (body.Field("tools") is not { } tools)
        {
            return [];
        }

        return tools.ValueKind == JsonValueKind.Array
            ? [.. tools.EnumerateArray().Select((tool, index) => (Tool: tool, Path: FormattableString.Invariant($"tools.{index}"))).Where(item => IsOfClient(item.Tool)).Select(item => ReadTool(item.Tool, item.Path))]
            : throw JsonFields.WrongType("tools", "an array of objects", tools);
    }

    // {"type":"tool","name":"get_weather","disable_parallel_tool_use":true}
    public static (ToolChoice Choice, bool InParallel) ReadChoice(JsonElement body, ImmutableArray<ChatTool> tools)
    {
        if (body.Field("tool_choice") is not { } choice)
        {
            return (ToolChoice.Auto, true);
        }

        var read = choice.RequiredString("type", "tool_choice.type") switch
        {
            "auto" => ToolChoice.Auto,
            "none" => new ToolChoice(ToolChoiceMode.None),
            "any" => new ToolChoice(ToolChoiceMode.Required),
            "tool" => new ToolChoice(ToolChoiceMode.Named, choice.RequiredString("name", "tool_choice.name")),
            var other => throw JsonFields.Refuse($"Input tag '{other}' does not match any of the expected tags: 'auto', 'any', 'tool', 'none'", "tool_choice", "invalid_value"),
        };
        if (read.Mode is ToolChoiceMode.Required or ToolChoiceMode.Named && tools.IsEmpty)
        {
            throw JsonFields.Refuse("`tool_choice` may only be specified while providing `tools`.", "tool_choice", "invalid_value");
        }

        return read.Name is null || tools.Any(tool => tool.Name == read.Name)
            ? (read, !choice.OptionalBool("disable_parallel_tool_use", otherwise: false))
            : throw JsonFields.Refuse($"Tool '{read.Name}' not found in provided tools", "tool_choice", "invalid_value");
    }

    private static bool IsOfClient(JsonElement tool) => tool.Field("type") is not { } type || type.ValueEquals("custom");

    private static ChatTool ReadTool(JsonElement tool, string path)
    {
        var schema = tool.Field("input_schema") ?? throw JsonFields.Missing(path + ".custom.input_schema");
        return new ChatTool(
            tool.RequiredString("name", path + ".custom.name"), tool.OptionalString("description", path + ".custom.description") ?? "", schema.Checked(path + ".custom.input_schema"));
    }
}
