using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Weir.Gateway.Chat;

/// <summary>Copies the tool calls of a message so that typed clients can read them: nothing null, and nothing they need missing.</summary>
/// <remarks>
/// <code>
/// [{"id":null,"type":null,"function":{"name":"find","arguments":null}}]
/// [{"id":"call_…","type":"function","function":{"name":"find","arguments":"{}"}}]     in a completion
/// [{"index":0,"function":{"name":"find"},"id":"call_…"}]                              in a chunk, when the call begins
/// </code>
/// </remarks>
internal static class ToolCallPatcher
{
    /// <param name="json">The whole answer.</param>
    /// <param name="reader">On the start of the list; left on its end.</param>
    /// <param name="choice">In a chunk the index must be there, and the id where a call begins; in a completion everything else.</param>
    /// <param name="output">Takes what stands between the brackets.</param>
    public static void CopyAll(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, PatchedChoice choice, IBufferWriter<byte> output)
    {
        for (var position = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray;)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            output.Write(position == 0 ? "{"u8 : ",{"u8);
            CopyCall(json, ref reader, choice, position, output);
            output.Write("}"u8);
            position++;
        }
    }

    private static void CopyCall(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, PatchedChoice choice, int position, IBufferWriter<byte> output)
    {
        var separator = new MemberSeparator();
        var seen = default(SeenMembers);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameStart = (int)reader.TokenStartIndex;
            var isFunction = WireText.Is(reader, "function"u8);
            var isKept = seen.Note(reader);
            _ = reader.Read();
            if (isFunction && reader.TokenType == JsonTokenType.StartObject)
            {
                separator.Write(output);
                output.Write("\"function\":{"u8);
                CopyFunction(json, ref reader, choice.IsChunk, output);
                output.Write("}"u8);
            }
            else if (isKept)
            {
                CopyValue(json, ref reader, nameStart, ref separator, output);
            }
        }

        WriteMissing(seen, choice, position, ref separator, output);
    }

    private static void WriteMissing(SeenMembers seen, PatchedChoice choice, int position, ref MemberSeparator separator, IBufferWriter<byte> output)
    {
        if (choice.IsChunk && seen.Index is null)
        {
            separator.Write(output);
            output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"index\":{position}")));
        }

        // Asked of every piece, so that the stream knows which calls have begun.
        var needsId = !choice.IsChunk || choice.Calls?.Begins(choice.Index, seen.Index ?? position) is true;
        if (needsId && !seen.HasId)
        {
            separator.Write(output);
            output.Write(Encoding.UTF8.GetBytes($"\"id\":\"call_{RandomNumberGenerator.GetHexString(24, lowercase: true)}\""));
        }

        if (!choice.IsChunk && !seen.HasType)
        {
            separator.Write(output);
            output.Write("\"type\":\"function\""u8);
        }
    }

    private static void CopyFunction(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, bool isChunk, IBufferWriter<byte> output)
    {
        var separator = new MemberSeparator();
        var hasArguments = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameStart = (int)reader.TokenStartIndex;
            hasArguments |= WireText.Is(reader, "arguments"u8) && !IsValue(reader, JsonTokenType.Null);
            _ = reader.Read();
            CopyValue(json, ref reader, nameStart, ref separator, output);
        }

        if (!isChunk && !hasArguments)
        {
            separator.Write(output);
            output.Write("\"arguments\":\"{}\""u8);
        }
    }

    // A null says no more than absence, and clients that take the member take no null.
    private static void CopyValue(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, int nameStart, ref MemberSeparator separator, IBufferWriter<byte> output)
    {
        var isNull = reader.TokenType == JsonTokenType.Null;
        reader.Skip();
        if (!isNull)
        {
            separator.Write(output);
            output.Write(json[nameStart..(int)reader.BytesConsumed]);
        }
    }

    // Whether the value behind the name the reader stands on is of that kind.
    private static bool IsValue(Utf8JsonReader copy, JsonTokenType kind) => copy.Read() && copy.TokenType == kind;

    private struct SeenMembers
    {
        public int? Index { get; private set; }
        public bool HasId { get; private set; }
        public bool HasType { get; private set; }

        /// <summary>Takes in the member that a reader stands on; false: it is left out, because an empty id is none.</summary>
        public bool Note(Utf8JsonReader member)
        {
            if (WireText.Is(member, "index"u8))
            {
                Index = member.Read() && member.TokenType == JsonTokenType.Number && member.TryGetInt32(out var index) ? index : Index;
            }
            else if (WireText.Is(member, "type"u8))
            {
                HasType |= IsValue(member, JsonTokenType.String);
            }
            else if (WireText.Is(member, "id"u8) && IsValue(member, JsonTokenType.String))
            {
                _ = member.Read();
                HasId |= !member.ValueSpan.IsEmpty;
                return !member.ValueSpan.IsEmpty;
            }

            return true;
        }
    }
}
