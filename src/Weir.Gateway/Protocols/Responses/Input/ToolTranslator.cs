using System.Text;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>Translates tools and the choice among them.</summary>
/// <remarks>
/// <code>
/// {"type":"function","name":"find","parameters":{},"strict":true}    {"type":"function","function":{"name":"find","parameters":{},"strict":true}}
/// {"type":"custom","name":"run"}                                     a function with one string, "input"
/// {"type":"namespace","name":"crm","tools":[…]}                      its functions, as crm__find
/// {"type":"local_shell"}                                             a function of what its calls say
/// </code>
/// </remarks>
internal static class ToolTranslator
{
    private const string CustomParameters =
        """{"type":"object","properties":{"input":{"type":"string","description":"The whole input of the tool, as plain text."}},"required":["input"],"additionalProperties":false}""";

    /// <exception cref="GatewayException">400 with the place that is wrong; 501 naming what is not there.</exception>
    public static void Write(JsonElement request, DeclaredTools tools, Utf8JsonWriter writer)
    {
        var choice = ToolChoice.Read(request, tools);
        if (tools.Count == 0)
        {
            // A choice without tools is nothing to choose from, and providers refuse it; clients send it all the same.
            return;
        }

        writer.WriteStartArray("tools"u8);
        WriteAll(request, group: null, choice, writer);
        writer.WriteEndArray();
        choice.Write(writer);
        writer.WriteRaw("parallel_tool_calls"u8, request.Find("parallel_tool_calls"u8));
    }

    private static void WriteAll(JsonElement owner, string? group, ToolChoice choice, Utf8JsonWriter writer)
    {
        foreach (var tool in owner.FindItems("tools"u8))
        {
            var type = tool.FindText("type"u8)!;
            if (NativeTool.IsHostedOffer(type))
            {
                continue;
            }

            var name = NativeTool.OfType(type) is null ? tool.FindText("name"u8)! : type;
            if (type == "namespace")
            {
                WriteAll(tool, name, choice, writer);
            }
            else if (choice.Allows(DeclaredTool.ChatNameOf(group, name)))
            {
                WriteTool(tool, DeclaredTool.ChatNameOf(group, name), writer);
            }
        }
    }

    private static void WriteTool(JsonElement tool, string chatName, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, chatName);
        if (NativeTool.OfType(tool.FindText("type"u8)!) is { } native)
        {
            writer.WriteString("description"u8, native.Description);
            writer.WritePropertyName("parameters"u8);
            writer.WriteRawValue(native.Parameters, skipInputValidation: true);
        }
        else if (tool.FindText("type"u8) == "custom")
        {
            WriteCustom(tool, writer);
        }
        else
        {
            writer.WriteRaw("description"u8, tool.Find("description"u8));
            writer.WriteRaw("parameters"u8, tool.Find("parameters"u8));
            writer.WriteRaw("strict"u8, tool.Find("strict"u8));
        }

        writer.WriteEndObject();
        writer.WriteRaw("cache_control"u8, tool.Find("cache_control"u8));
        writer.WriteEndObject();
    }

    private static void WriteCustom(JsonElement tool, Utf8JsonWriter writer)
    {
        var text = new StringBuilder(tool.FindText("description"u8));

        // Nobody constrains the model to the grammar on this way: it can only be told.
        if (tool.FindObject("format"u8) is { } format && format.FindText("definition"u8) is { } grammar)
        {
            _ = text.Append(text.Length == 0 ? "" : "\n\n").Append($"'input' must match this {format.FindText("syntax"u8)} grammar:\n{grammar}");
        }

        if (text.Length > 0)
        {
            writer.WriteString("description"u8, text.ToString());
        }

        writer.WritePropertyName("parameters"u8);
        writer.WriteRawValue(CustomParameters, skipInputValidation: true);
    }
}
