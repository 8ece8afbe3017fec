using System.Text.Json;

namespace Weir.Providers.Bedrock;

/// <summary>Writes an item of <c>reasoning_details</c>, from which <see cref="ConverseReasoningReplay"/> makes the same block again in the next turn.</summary>
internal static class ConverseReasoningDetails
{
    public static void Write(Utf8JsonWriter writer, int index, string? text, string? signature, string? redacted)
    {
        writer.WriteStartObject();
        if (redacted is { Length: > 0 })
        {
            writer.WriteString("type"u8, "reasoning.encrypted"u8);
            writer.WriteString("data"u8, redacted);
        }
        else
        {
            writer.WriteString("type"u8, "reasoning.text"u8);
            WriteFilled(writer, "text"u8, text);
            WriteFilled(writer, "signature"u8, signature);
        }

        writer.WriteString("format"u8, ConverseReasoningReplay.Format);
        writer.WriteNumber("index"u8, index);
        writer.WriteEndObject();
    }

    private static void WriteFilled(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteString(name, text);
        }
    }
}
