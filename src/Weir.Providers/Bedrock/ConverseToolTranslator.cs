using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Anthropic;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Translates tool definitions.</summary>
/// <remarks>
/// <code>
/// {"type":"function","function":{"name":"find","description":"…","parameters":{"type":"object"}}}
/// {"toolSpec":{"name":"find","description":"…","inputSchema":{"json":{"type":"object"}}}}
/// </code>
/// </remarks>
internal static class ConverseToolTranslator
{
    private const string Kind = "toolSpec";

    /// <summary>What stands for the tools of a request that offers none while its earlier turns call some: Converse insists on a list.</summary>
    public static ConverseBlock NoTool { get; } = new(Kind, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, "no_tool"u8);
        writer.WriteString("description"u8, "There is no tool to call in this turn. Answer in text."u8);
        WriteSchema(writer, default);
        writer.WriteEndObject();
    });

    /// <exception cref="TranslationException">A tool is not a function.</exception>
    public static List<ConverseBlock> Translate(JsonElement tools, bool takesCachePoints)
    {
        var blocks = new List<ConverseBlock>();
        foreach (var tool in tools.Items())
        {
            var function = tool.Member("function");
            if (tool.Text("type") is not (null or "function") || function.Text("name") is not { } name)
            {
                throw new TranslationException(
                    $"tools[{blocks.Count}] is not a function with a name; the bedrock dialect takes {{\"type\":\"function\",\"function\":{{\"name\":…}}}}.");
            }

            var mark = takesCachePoints ? CacheMark.Of(tool) ?? CacheMark.Of(function) : null;
            blocks.Add(new ConverseBlock(Kind, writer => Write(writer, name, function)) { Cache = mark });
        }

        return blocks;
    }

    private static void Write(Utf8JsonWriter writer, string name, JsonElement function)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        if (function.Text("description") is { } description && !string.IsNullOrWhiteSpace(description))
        {
            writer.WriteString("description"u8, description);
        }

        WriteSchema(writer, function.Member("parameters"));
        if (function.IsTrue("strict"))
        {
            writer.WriteBoolean("strict"u8, true);
        }

        writer.WriteEndObject();
    }

    // Converse insists on an object; the chat API takes no parameters at all, or a schema that leaves the type out.
    private static void WriteSchema(Utf8JsonWriter writer, JsonElement schema)
    {
        writer.WriteStartObject("inputSchema"u8);
        writer.WriteStartObject("json"u8);
        if (!schema.TryMember("type", out _))
        {
            writer.WriteString("type"u8, "object"u8);
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            writer.WriteStartObject("properties"u8);
            writer.WriteEndObject();
        }

        foreach (var member in schema.ValueKind == JsonValueKind.Object ? schema.EnumerateObject() : default)
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
