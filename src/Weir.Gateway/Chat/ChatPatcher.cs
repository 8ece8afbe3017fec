using System.Buffers;
using System.Text.Json;

namespace Weir.Gateway.Chat;

/// <summary>Copies an upstream completion or chunk to the client with the members that are ours replaced and everything else untouched.</summary>
/// <remarks>
/// Ours are <c>id</c>, <c>object</c>, <c>created</c>, <c>model</c>, <c>provider</c>, <c>usage</c> and the finish reasons.
/// <code>
/// {"id":"cmpl-7","model":"small-1","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}],"x":1}
/// {"id":"gen-…","object":"chat.completion.chunk","created":1,"model":"acme/small","provider":"Acme","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null,"native_finish_reason":null}],"x":1}
/// </code>
/// </remarks>
public static class ChatPatcher
{
    /// <summary>A chunk, complete.</summary>
    /// <exception cref="JsonException">The event is not a JSON object.</exception>
    public static void WriteChunk(ReadOnlySpan<byte> json, AnswerStamp stamp, bool sawToolCalls, IBufferWriter<byte> output)
    {
        output.Write(stamp.Chunk.Span);
        _ = CopyMembers(json, sawToolCalls, isChunk: true, output);
        output.Write("}"u8);
    }

    /// <summary>A whole completion, not closed: the usage and the closing brace follow when the charge stands.</summary>
    /// <exception cref="JsonException">The answer is not a JSON object.</exception>
    public static void WriteCompletion(ReadOnlySpan<byte> json, AnswerStamp stamp, bool sawToolCalls, IBufferWriter<byte> output)
    {
        output.Write(stamp.Completion.Span);
        if (!CopyMembers(json, sawToolCalls, isChunk: false, output))
        {
            output.Write(",\"system_fingerprint\":null"u8);
        }
    }

    // Returns whether system_fingerprint was among the members: clients need the key in a completion, and no null in a chunk.
    private static bool CopyMembers(ReadOnlySpan<byte> json, bool sawToolCalls, bool isChunk, IBufferWriter<byte> output)
    {
        var reader = new Utf8JsonReader(json);
        var hasFingerprint = false;
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameStart = (int)reader.TokenStartIndex;
            var isOurs = IsOurs(ref reader);
            var isChoices = WireText.Is(reader, "choices"u8);
            var isFingerprint = WireText.Is(reader, "system_fingerprint"u8);
            _ = reader.Read();
            if (isChoices && reader.TokenType == JsonTokenType.StartArray)
            {
                output.Write(",\"choices\":["u8);
                CopyChoices(json, ref reader, sawToolCalls, output);
                output.Write("]"u8);
                continue;
            }

            var isDropped = isOurs || (isChunk && isFingerprint && reader.TokenType == JsonTokenType.Null);
            hasFingerprint |= isFingerprint;
            reader.Skip();
            if (!isDropped)
            {
                output.Write(","u8);
                output.Write(json[nameStart..(int)reader.BytesConsumed]);
            }
        }

        return hasFingerprint;
    }

    private static bool IsOurs(ref Utf8JsonReader reader) =>
        WireText.Is(reader, "id"u8) || WireText.Is(reader, "object"u8) || WireText.Is(reader, "created"u8)
        || WireText.Is(reader, "model"u8) || WireText.Is(reader, "provider"u8) || WireText.Is(reader, "usage"u8);

    private static void CopyChoices(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, bool sawToolCalls, IBufferWriter<byte> output)
    {
        var separator = new MemberSeparator();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            separator.Write(output);
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                output.Write(json[start..(int)reader.BytesConsumed]);
                continue;
            }

            output.Write("{"u8);
            CopyChoice(json, ref reader, sawToolCalls, output);
            output.Write("}"u8);
        }
    }

    private static void CopyChoice(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, bool sawToolCalls, IBufferWriter<byte> output)
    {
        var separator = new MemberSeparator();
        string? finish = null, native = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameStart = (int)reader.TokenStartIndex;
            var isFinish = WireText.Is(reader, "finish_reason"u8);
            var isNative = WireText.Is(reader, "native_finish_reason"u8);
            var isMessage = WireText.Is(reader, "delta"u8) || WireText.Is(reader, "message"u8);
            _ = reader.Read();
            if (isFinish || isNative)
            {
                var text = reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty ? WireText.Read(reader) : null;
                (finish, native) = isFinish ? (text, native) : (finish, text);
                reader.Skip();
                continue;
            }

            separator.Write(output);
            if (isMessage && reader.TokenType == JsonTokenType.StartObject)
            {
                output.Write(json[nameStart..(int)reader.BytesConsumed]);
                CopyMessage(json, ref reader, output);
                output.Write("}"u8);
                continue;
            }

            reader.Skip();
            output.Write(json[nameStart..(int)reader.BytesConsumed]);
        }

        separator.Write(output);
        WriteFinish(finish, native, sawToolCalls, output);
    }

    private static void CopyMessage(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, IBufferWriter<byte> output)
    {
        var separator = new MemberSeparator();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameStart = (int)reader.TokenStartIndex;

            // Typed clients accept these as lists or absent, never as null.
            var isList = WireText.Is(reader, "tool_calls"u8) || WireText.Is(reader, "reasoning_details"u8)
                || WireText.Is(reader, "images"u8) || WireText.Is(reader, "annotations"u8);
            _ = reader.Read();
            var isNull = reader.TokenType == JsonTokenType.Null;
            reader.Skip();
            if (isList && isNull)
            {
                continue;
            }

            separator.Write(output);
            output.Write(json[nameStart..(int)reader.BytesConsumed]);
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

    /// <summary>Puts a comma before every member but the first.</summary>
    private struct MemberSeparator
    {
        private bool _started;

        public void Write(IBufferWriter<byte> output)
        {
            if (_started)
            {
                output.Write(","u8);
            }

            _started = true;
        }
    }
}
