using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiResponses;

/// <summary>Translates tools and the choice among them.</summary>
/// <remarks>
/// <code>
/// {"type":"function","function":{"name":"f","parameters":{}}}   {"type":"function","name":"f","parameters":{},"strict":false}
/// </code>
/// </remarks>
internal static class ResponsesTools
{
    public static void Write(Utf8JsonWriter writer, RequestParameters parameters)
    {
        var tools = parameters.TryGet("tools", out var list) ? list.Items().ToArray() : [];
        var drawsImages = parameters.Root.Items("modalities").Any(modality => modality.Text() == "image");
        if (tools.Length == 0 && !drawsImages)
        {
            return;
        }

        writer.WriteStartArray("tools"u8);
        foreach (var tool in tools)
        {
            WriteTool(writer, tool);
        }

        if (drawsImages)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "image_generation"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (parameters.TryGet("tool_choice", out var choice))
        {
            WriteChoice(writer, choice);
        }

        if (parameters.TryGet("parallel_tool_calls", out var parallel))
        {
            writer.WriteRaw("parallel_tool_calls"u8, parallel);
        }
    }

    private static void WriteTool(Utf8JsonWriter writer, JsonElement tool)
    {
        if (tool.Text("type") is not ("function" or null) || tool.FindObject("function") is not { } function || function.Text("name") is not { } name)
        {
            throw new TranslationException(
                $"A tool of type \"{tool.Text("type")}\" cannot be said in the openai-responses dialect; it takes functions with a name.");
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, "function"u8);
        writer.WriteString("name"u8, name);
        if (function.Text("description") is { } description)
        {
            writer.WriteString("description"u8, description);
        }

        writer.WritePropertyName("parameters"u8);
        if (function.FindObject("parameters") is { } schema)
        {
            writer.WriteRaw(schema);
        }
        else
        {
            writer.WriteRawValue("""{"type":"object","properties":{}}"""u8, skipInputValidation: true);
        }

        // Here the default is strict, in chat completions it is not.
        writer.WriteBoolean("strict"u8, function.IsTrue("strict"));
        writer.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter writer, JsonElement choice)
    {
        if (choice.Text() is "none" or "auto" or "required")
        {
            writer.WriteRaw("tool_choice"u8, choice);
            return;
        }

        if (choice.Member("function").Text("name") is not { } name)
        {
            throw new TranslationException("'tool_choice' must be none, auto, required or name a function in the openai-responses dialect.");
        }

        writer.WriteStartObject("tool_choice"u8);
        writer.WriteString("type"u8, "function"u8);
        writer.WriteString("name"u8, name);
        writer.WriteEndObject();
    }
}
