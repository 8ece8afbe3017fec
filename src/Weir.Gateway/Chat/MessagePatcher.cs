using System.Buffers;
using System.Text.Json;

namespace Weir.Gateway.Chat;

/// <summary>Copies a message or delta with the role clients insist on, and with lists that are lists or absent.</summary>
internal static class MessagePatcher
{
    /// <param name="json">The whole answer.</param>
    /// <param name="reader">On the start of the message; left on its end.</param>
    /// <param name="choice">Of a chunk, whose role may be absent, or of a completion, whose role may not.</param>
    /// <param name="output">Takes what stands between the braces.</param>
    public static void Copy(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, PatchedChoice choice, IBufferWriter<byte> output)
    {
        var separator = new MemberSeparator();
        if (!choice.IsChunk)
        {
            separator.Write(output);
            output.Write("\"role\":\"assistant\""u8);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameStart = (int)reader.TokenStartIndex;
            var isRole = WireText.Is(reader, "role"u8);
            var isToolCalls = WireText.Is(reader, "tool_calls"u8);

            // Typed clients accept these as lists or absent, never as null.
            var isList = isToolCalls || WireText.Is(reader, "reasoning_details"u8) || WireText.Is(reader, "images"u8) || WireText.Is(reader, "annotations"u8);
            _ = reader.Read();
            var isWanted = isRole ? choice.IsChunk && IsAssistant(ref reader) : !isList || reader.TokenType == JsonTokenType.StartArray;
            if (isWanted && isToolCalls)
            {
                separator.Write(output);
                output.Write("\"tool_calls\":["u8);
                ToolCallPatcher.CopyAll(json, ref reader, choice, output);
                output.Write("]"u8);
                continue;
            }

            reader.Skip();
            if (isWanted)
            {
                separator.Write(output);
                output.Write(json[nameStart..(int)reader.BytesConsumed]);
            }
        }
    }

    private static bool IsAssistant(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && WireText.Is(reader, "assistant"u8);
}
