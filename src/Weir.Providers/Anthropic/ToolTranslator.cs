using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Translates tool definitions.</summary>
/// <remarks>
/// <code>
/// {"type":"function","function":{"name":"find","description":"…","parameters":{"type":"object"}}}
/// {"name":"find","description":"…","input_schema":{"type":"object"}}
/// </code>
/// </remarks>
internal static class ToolTranslator
{
    // Strict tools need their feature switched on; without it the flag is refused by older models.
    private const string StrictTools = "structured-outputs-2025-11-13";

    /// <exception cref="TranslationException">A tool is not a function.</exception>
    public static List<ContentBlock> Translate(JsonElement request, string? beta)
    {
        var tools = new List<ContentBlock>();
        foreach (var tool in request.Items("tools"))
        {
            var place = $"tools[{tools.Count}]";
            if (tool.Text("type") is not (null or "function") || tool.FindObject("function") is not { } function || function.Text("name") is null)
            {
                throw new TranslationException(
                    $"{place} is not a function with a name; the anthropic dialect takes {{\"type\":\"function\",\"function\":{{\"name\":…}}}}.");
            }

            var isStrict = function.Flag("strict") == true && beta?.Contains(StrictTools, StringComparison.OrdinalIgnoreCase) == true;
            tools.Add(new ContentBlock(writer => Write(writer, tool, function, isStrict)) { Cache = CacheMark.Of(tool) ?? CacheMark.Of(function) });
        }

        return tools;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement tool, JsonElement function, bool isStrict)
    {
        writer.WriteRaw("name"u8, function.Find("name")!.Value);
        if (function.Find("description") is { ValueKind: JsonValueKind.String } description)
        {
            writer.WriteRaw("description"u8, description);
        }

        WriteSchema(writer, function.FindObject("parameters"));
        if (isStrict)
        {
            writer.WriteBoolean("strict"u8, true);
        }

        if (tool.Flag("eager_input_streaming") is { } eager)
        {
            writer.WriteBoolean("eager_input_streaming"u8, eager);
        }
    }

    // The upstream insists on an object; the chat API takes no parameters at all, or a schema that leaves the type out.
    private static void WriteSchema(Utf8JsonWriter writer, JsonElement? schema)
    {
        if (schema?.Find("type") is not null)
        {
            writer.WriteRaw("input_schema"u8, schema.Value);
            return;
        }

        writer.WriteStartObject("input_schema"u8);
        writer.WriteString("type"u8, "object"u8);
        if (schema is null)
        {
            writer.WriteStartObject("properties"u8);
            writer.WriteEndObject();
        }

        foreach (var member in schema?.EnumerateObject().Where(member => !member.NameEquals("type"u8)) ?? [])
        {
            writer.WritePropertyName(member.Name);
            writer.WriteRaw(member.Value);
        }

        writer.WriteEndObject();
    }
}
