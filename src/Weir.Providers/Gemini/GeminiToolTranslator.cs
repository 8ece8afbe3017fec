using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes the tools a request offers, and how they may be chosen.</summary>
/// <remarks>
/// <code>
/// "tools":[{"type":"function","function":{"name":"find","parameters":{…}}}],"tool_choice":{"type":"function","function":{"name":"find"}}
/// "tools":[{"functionDeclarations":[{"name":"find","parametersJsonSchema":{…}}]}],"toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["find"]}}
/// </code>
/// </remarks>
internal static class GeminiToolTranslator
{
    public static void Write(Utf8JsonWriter writer, RequestParameters parameters)
    {
        var functions = parameters.TryGet("tools", out var tools) ? tools.Items().Select(FunctionOf).ToArray() : [];
        if (functions.Length > 0)
        {
            WriteFunctions(writer, functions);
            WriteChoice(writer, parameters, Array.Exists(functions, function => function.IsTrue("strict")));
        }
        else if (parameters.TryGet("web_search_options", out _))
        {
            // Not beside functions: most models refuse the two together.
            writer.WriteStartArray("tools"u8);
            writer.WriteStartObject();
            writer.WriteStartObject("googleSearch"u8);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
    }

    private static JsonElement FunctionOf(JsonElement tool)
    {
        if (tool.Text("type") is not ("function" or null) || !tool.TryMember("function", out var function))
        {
            throw new TranslationException($"Gemini has no tools of type '{tool.Text("type")}'. Offer tools of type 'function'.");
        }

        return function.Text("name") is not null ? function : throw new TranslationException("A tool has no 'function.name'.");
    }

    private static void WriteFunctions(Utf8JsonWriter writer, JsonElement[] functions)
    {
        writer.WriteStartArray("tools"u8);
        writer.WriteStartObject();
        writer.WriteStartArray("functionDeclarations"u8);
        foreach (var function in functions)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, function.Text("name"));
            if (function.Text("description") is { } description)
            {
                writer.WriteString("description"u8, description);
            }

            if (function.TryMember("parameters", out var schema) && schema.ValueKind == JsonValueKind.Object && schema.EnumerateObject().Any())
            {
                writer.WritePropertyName("parametersJsonSchema"u8);
                GeminiSchemaTranslator.Write(writer, schema);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteChoice(Utf8JsonWriter writer, RequestParameters parameters, bool isStrict)
    {
        var (mode, only) = parameters.TryGet("tool_choice", out var choice) ? ModeOf(choice) : (null, null);

        // Of its own choice a model answers calls that fit their schema only when asked for it; when it has to call, always.
        mode = isStrict && mode is null or "AUTO" && isStrict ? "VALIDATED" : mode;
        if (mode is null)
        {
            return;
        }

        writer.WriteStartObject("toolConfig"u8);
        writer.WriteStartObject("functionCallingConfig"u8);
        writer.WriteString("mode"u8, mode);
        if (only is not null)
        {
            writer.WriteStartArray("allowedFunctionNames"u8);
            writer.WriteStringValue(only);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static (string? Mode, string? Only) ModeOf(JsonElement choice) => choice.Text() switch
    {
        "none" => ("NONE", null),
        "auto" => ("AUTO", null),
        "required" => ("ANY", null),
        null when choice.TryMember("function", out var function) && function.Text("name") is { } name => ("ANY", name),
        _ => throw new TranslationException(
            "Gemini cannot choose tools as 'tool_choice' says. Use none, auto, required, or {\"type\":\"function\",\"function\":{\"name\":…}}."),
    };
}
