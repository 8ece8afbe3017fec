using System.Text.Json;
using Weir.Providers.Json;

namespace Weir.Providers.Anthropic;

/// <summary>Writes items of <c>reasoning_details</c>, from which <see cref="ThinkingReplay"/> makes the same blocks again in the next turn.</summary>
internal static class AnswerReasoning
{
    /// <summary>Text, a signature, or both.</summary>
    public static void WriteText(Utf8JsonWriter writer, int index, JsonElement? text, JsonElement? signature)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "reasoning.text"u8);
        if (text is { } thought)
        {
            writer.WriteRaw("text"u8, thought);
        }

        if (signature is { } proof)
        {
            writer.WriteRaw("signature"u8, proof);
        }

        WriteEnd(writer, index);
    }

    public static void WriteEncrypted(Utf8JsonWriter writer, int index, JsonElement data)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "reasoning.encrypted"u8);
        writer.WriteRaw("data"u8, data);
        WriteEnd(writer, index);
    }

    private static void WriteEnd(Utf8JsonWriter writer, int index)
    {
        writer.WriteString("format"u8, ThinkingReplay.Format);
        writer.WriteNumber("index"u8, index);
        writer.WriteEndObject();
    }
}
