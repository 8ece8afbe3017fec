using System.Text.Encodings.Web;
using System.Text.Json;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Writes an example as one line, in the forms that others read.</summary>
internal static class JsonLines
{
    /// <summary>Texts as they are: the file is UTF-8, and no page.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All about it, and nothing changed: what CSV cannot hold is here.</summary>
    public static void WriteExample(Utf8JsonWriter writer, ExampleRow example)
    {
        writer.WriteStartObject();
        DatasetJson.WriteMembers(writer, example);
        writer.WriteStartArray("splits"u8);
        foreach (var split in example.Splits)
        {
            writer.WriteStringValue(split);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>As OpenAI's fine-tuning reads it: <c>{"messages":[…],"tools":[…]}</c>, messages of the input and then of the output.</summary>
    public static void WriteFineTuning(Utf8JsonWriter writer, ExampleRow example)
    {
        var (input, output) = (JsonElement.Parse(example.Input), JsonElement.Parse(example.Output));
        writer.WriteStartObject();
        writer.WriteStartArray("messages"u8);
        WriteItems(writer, Messages(input));
        WriteItems(writer, Messages(output));
        writer.WriteEndArray();
        if (input.TryGetProperty("tools"u8, out var tools) && tools.ValueKind == JsonValueKind.Array && tools.GetArrayLength() > 0)
        {
            writer.WritePropertyName("tools"u8);
            writer.WriteRawValue(CompactJson.Of(tools));
        }

        writer.WriteEndObject();
    }

    /// <summary>As OpenAI's evals read it: <c>{"messages":[…],"ideal":"…"}</c>, the ideal answer being the content of the output's last message.</summary>
    public static void WriteEvals(Utf8JsonWriter writer, ExampleRow example)
    {
        var (input, output) = (JsonElement.Parse(example.Input), JsonElement.Parse(example.Output));
        writer.WriteStartObject();
        writer.WriteStartArray("messages"u8);
        WriteItems(writer, Messages(input));
        writer.WriteEndArray();
        writer.WritePropertyName("ideal"u8);
        var last = Messages(output).LastOrDefault();
        if (last.ValueKind == JsonValueKind.Object && last.TryGetProperty("content"u8, out var content) && content.ValueKind == JsonValueKind.String)
        {
            writer.WriteRawValue(content.GetRawText());
        }
        else
        {
            writer.WriteStringValue("");
        }

        writer.WriteEndObject();
    }

    private static JsonElement[] Messages(JsonElement side) =>
        side.TryGetProperty("messages"u8, out var messages) && messages.ValueKind == JsonValueKind.Array ? [.. messages.EnumerateArray()] : [];

    private static void WriteItems(Utf8JsonWriter writer, JsonElement[] items)
    {
        foreach (var item in items)
        {
            writer.WriteRawValue(CompactJson.Of(item));
        }
    }
}
