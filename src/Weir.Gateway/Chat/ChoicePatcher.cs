using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Weir.Gateway.Chat;

/// <summary>Copies the choices of an answer with what typed clients insist on: an index, a delta or message, and our finish reasons.</summary>
internal static class ChoicePatcher
{
    private const int LongestNumber = 11;

    /// <param name="json">The whole answer.</param>
    /// <param name="reader">On the start of the list; left on its end.</param>
    /// <param name="sawToolCalls">Whether the answer calls tools so far.</param>
    /// <param name="form">A chunk of a stream, or a whole completion.</param>
    /// <param name="output">Takes what stands between the brackets.</param>
    public static void CopyAll(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, bool sawToolCalls, PatchedChoice form, IBufferWriter<byte> output)
    {
        for (var position = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray;)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            output.Write(position == 0 ? "{"u8 : ",{"u8);
            var (finish, native) = CopyMembers(json, ref reader, form with { Index = sawToolCalls ? IndexOf(reader) ?? position : position }, position, output);
            WriteFinish(finish, native, sawToolCalls, output);
            output.Write("}"u8);
            position++;
        }
    }

    private static (string? Finish, string? Native) CopyMembers(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, PatchedChoice choice, int position, IBufferWriter<byte> output)
    {
        string? finish = null, native = null;
        bool hasMessage = false, hasIndex = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (WireText.Is(reader, "finish_reason"u8))
            {
                finish = ReadReason(ref reader);
            }
            else if (WireText.Is(reader, "native_finish_reason"u8))
            {
                native = ReadReason(ref reader);
            }
            else if (WireText.Is(reader, choice.IsChunk ? "delta"u8 : "message"u8))
            {
                hasMessage |= CopyMessage(json, ref reader, choice, !hasMessage, output);
            }
            else
            {
                var isIndex = WireText.Is(reader, "index"u8);
                hasIndex |= CopyOther(json, ref reader, isIndex, output) && isIndex;
            }
        }

        WriteMissing(hasMessage, hasIndex, choice.IsChunk, position, output);
        return (finish, native);
    }

    // Of a reader of its own: it may stand behind the message.
    private static int? IndexOf(Utf8JsonReader choice)
    {
        while (choice.Read() && choice.TokenType == JsonTokenType.PropertyName)
        {
            var isIndex = WireText.Is(choice, "index"u8);
            _ = choice.Read();
            if (isIndex && choice.TokenType == JsonTokenType.Number && choice.TryGetInt32(out var index))
            {
                return index;
            }

            choice.Skip();
        }

        return null;
    }

    // An empty reason is what some servers send for "not yet".
    private static string? ReadReason(ref Utf8JsonReader reader)
    {
        _ = reader.Read();
        var reason = reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty ? WireText.Read(reader) : null;
        reader.Skip();
        return reason;
    }

    private static bool CopyMessage(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, PatchedChoice choice, bool isFirst, IBufferWriter<byte> output)
    {
        _ = reader.Read();
        if (!isFirst || reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return false;
        }

        output.Write(choice.IsChunk ? "\"delta\":{"u8 : "\"message\":{"u8);
        MessagePatcher.Copy(json, ref reader, choice, output);
        output.Write("},"u8);
        return true;
    }

    private static bool CopyOther(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, bool isNumber, IBufferWriter<byte> output)
    {
        var nameStart = (int)reader.TokenStartIndex;
        _ = reader.Read();
        var isWanted = !isNumber || reader.TokenType == JsonTokenType.Number;
        reader.Skip();
        if (isWanted)
        {
            output.Write(json[nameStart..(int)reader.BytesConsumed]);
            output.Write(","u8);
        }

        return isWanted;
    }

    private static void WriteMissing(bool hasMessage, bool hasIndex, bool isChunk, int position, IBufferWriter<byte> output)
    {
        if (!hasMessage)
        {
            output.Write(isChunk ? "\"delta\":{},"u8 : "\"message\":{\"role\":\"assistant\",\"content\":null},"u8);
        }

        if (!hasIndex)
        {
            output.Write("\"index\":"u8);
            _ = position.TryFormat(output.GetSpan(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
            output.Advance(written);
            output.Write(","u8);
        }
    }

    private static void WriteFinish(string? finish, string? native, bool sawToolCalls, IBufferWriter<byte> output)
    {
        if (finish is null)
        {
            output.Write("\"finish_reason\":null,\"native_finish_reason\":null"u8);
            return;
        }

        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        output.Write("\"finish_reason\":"u8);
        writer.WriteStringValue(FinishReasons.Normalise(finish, sawToolCalls));
        writer.Flush();
        writer.Reset(output);
        output.Write(",\"native_finish_reason\":"u8);
        writer.WriteStringValue(native ?? finish);
        writer.Flush();
    }
}
