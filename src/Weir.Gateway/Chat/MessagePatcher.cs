using System.Buffers;
using System.Text.Json;

namespace Weir.Gateway.Chat;

/// <summary>Copies a message or delta with the role clients insist on, and with lists that are lists or absent.</summary>
internal static class MessagePatcher
{
    /// <param name="json">The whole answer.</param>
    /// <param name="reader">On the start of the message; left on its end.</param>
    /// <param name="isChunk">A delta, whose role may be absent, or a message, whose role may not.</param>
    /// <param name="output">Takes what stands between the braces.</param>
    public static void Copy(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, bool isChunk, IBufferWriter<byte> output)
    {
        var separator = new MemberSeparator();
        if (!isChunk)
        {
            separator.Write(output);
            output.Write("\"role\":\"assistant\""u8);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameStart = (int)reader.TokenStartIndex;
            var isRole = reader.ValueTextEquals("role"u8);
            var isToolCalls = reader.ValueTextEquals("tool_calls"u8);

            // Typed clients accept these as lists or absent, never as null.
            var isList = isToolCalls || reader.ValueTextEquals("reasoning_details"u8) || reader.ValueTextEquals("images"u8) || reader.ValueTextEquals("annotations"u8);
            _ = reader.Read();
            var isWanted = isRole ? isChunk && IsAssistant(ref reader) : !isList || reader.TokenType == JsonTokenType.StartArray;
            if (isWanted && isToolCalls)
            {
                separator.Write(output);
                output.Write("\"tool_calls\":["u8);
                ToolCallPatcher.CopyAll(json, ref reader, isChunk, output);
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
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("assistant"u8);
}
