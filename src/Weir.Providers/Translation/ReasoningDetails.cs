using System.Text.Json;

namespace Weir.Providers.Translation;

/// <summary>Writes <c>reasoning_details</c> of models whose thoughts are plain text, without a signature.</summary>
internal static class ReasoningDetails
{
    public static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartArray("reasoning_details"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "reasoning.text");
        writer.WriteString("text"u8, text);
        writer.WriteString("format"u8, "unknown");
        writer.WriteNumber("index"u8, 0);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
