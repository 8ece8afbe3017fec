using System.Collections.Immutable;
using System.Text.Json;
using Weir.Simulator.Chat;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Reads <c>tools</c> and <c>toolConfig</c>.</summary>
internal static class GeminiToolReader
{
    // {"functionDeclarations":[{"name":"get_weather","description":"…","parameters":{"type":"OBJECT",…}}]}; what Google runs itself is not called here.
    public static ImmutableArray<ChatTool> ReadTools(JsonElement body) =>
        [.. body.Items("tools").SelectMany(tool => tool.Items("functionDeclarations")).Select(ReadTool)];

    /// <summary>The choice, and the tools that it leaves.</summary>
    public static (ToolChoice Choice, ImmutableArray<ChatTool> Tools) ReadChoice(JsonElement body, ImmutableArray<ChatTool> tools)
    {
        if (body.Either("toolConfig")?.Either("functionCallingConfig") is not { } config)
        {
            return (ToolChoice.Auto, tools);
        }

        var allowed = config.Items("allowedFunctionNames").Select(name => name.Text("allowed_function_names")).ToList();
        if (allowed.Find(name => tools.All(tool => tool.Name != name)) is { } unknown)
        {
            throw JsonFields.Refuse($"* GenerateContentRequest.tool_config.function_calling_config.allowed_function_names: '{unknown}' is not a declared function.", "tool_config", "invalid_value");
        }

        var left = allowed.Count == 0 ? tools : [.. tools.Where(tool => allowed.Contains(tool.Name))];
        return config.OptionalString("mode", "mode")?.ToUpperInvariant() switch
        {
            null or "AUTO" or "VALIDATED" or "MODE_UNSPECIFIED" => (ToolChoice.Auto, left),
            "NONE" => (new ToolChoice(ToolChoiceMode.None), left),
            "ANY" when left.IsEmpty => throw JsonFields.Refuse("Function calling mode is ANY, but no function declarations are provided.", "tool_config", "invalid_value"),
            "ANY" => (new ToolChoice(ToolChoiceMode.Required), left),
            var other => throw JsonFields.Refuse($"Invalid value at 'tool_config.function_calling_config.mode': \"{other}\"", "tool_config", "invalid_value"),
        };
    }

    private static ChatTool ReadTool(JsonElement declaration)
    {
        var name = declaration.RequiredString("name", "function_declarations.name");
        var schema = declaration.Either("parametersJsonSchema")?.Checked("function_declarations.parameters_json_schema")
            ?? (declaration.Field("parameters") is { } parameters ? GeminiSchema.Translate(parameters, "function_declarations.parameters") : default);
        return new ChatTool(name, declaration.OptionalString("description", "function_declarations.description") ?? "", schema);
    }
}
