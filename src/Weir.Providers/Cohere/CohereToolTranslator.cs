using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary>Writes the tools a request offers, and whether one must be called. A certain one is called by offering no other.</summary>
internal static class CohereToolTranslator
{
    public static void Write(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (!parameters.TryGet("tools", out var tools) || !tools.Items().Any())
        {
            return;
        }

        var functions = tools.Items().Select(FunctionOf).ToArray();
        var (choice, only) = parameters.TryGet("tool_choice", out var asked) ? ChoiceOf(asked) : (null, null);
        var offered = only is null ? functions : Array.FindAll(functions, function => function.Text("name") == only);
        if (offered.Length == 0)
        {
            throw new TranslationException($"'tool_choice' names the function '{only}', which is not among the tools.");
        }

        writer.WriteStartArray("tools"u8);
        foreach (var function in offered)
        {
            WriteFunction(writer, function);
        }

        writer.WriteEndArray();
        if (Array.Exists(offered, function => function.IsTrue("strict")))
        {
            writer.WriteBoolean("strict_tools"u8, true);
        }

        if (choice is not null)
        {
            writer.WriteString("tool_choice"u8, choice);
        }
    }

    private static JsonElement FunctionOf(JsonElement tool) =>
        tool.Text("type") == "function" && tool.TryMember("function", out var function) && function.Text("name") is not null
            ? function
            : throw new TranslationException($"Cohere has no tools of type '{tool.Text("type")}'. Offer tools of type 'function' with a name.");

    private static (string? Choice, string? Only) ChoiceOf(JsonElement choice) => choice.Text() switch
    {
        "auto" => (null, null),
        "none" => ("NONE", null),
        "required" => ("REQUIRED", null),
        null when choice.TryMember("function", out var function) && function.Text("name") is { } name => ("REQUIRED", name),
        _ => throw new TranslationException(
            "Cohere cannot choose tools as 'tool_choice' says. Use none, auto, required, or {\"type\":\"function\",\"function\":{\"name\":…}}."),
    };

    private static void WriteFunction(Utf8JsonWriter writer, JsonElement function)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "function");
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, function.Text("name"));
        if (function.Text("description") is { } description)
        {
            writer.WriteString("description"u8, description);
        }

        // Required, even of a function that takes none.
        writer.WritePropertyName("parameters"u8);
        writer.WriteRawValue(
            function.TryMember("parameters", out var schema) ? JsonMarshal.GetRawUtf8Value(schema) : """{"type":"object","properties":{}}"""u8,
            skipInputValidation: true);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
