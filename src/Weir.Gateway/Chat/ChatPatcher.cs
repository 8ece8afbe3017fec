using System.Buffers;
using System.Text.Json;

namespace Weir.Gateway.Chat;

/// <summary>Copies an upstream completion or chunk to the client with the members that are ours replaced and everything else untouched.</summary>
/// <remarks>
/// Ours are <c>id</c>, <c>object</c>, <c>created</c>, <c>model</c>, <c>provider</c>, <c>usage</c>, <c>openrouter_metadata</c> and the finish reasons.
/// <code>
/// {"id":"cmpl-7","model":"small-1","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}],"x":1}
/// {"id":"gen-…","object":"chat.completion.chunk","created":1,"model":"acme/small","provider":"Acme","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null,"native_finish_reason":null}],"x":1}
/// </code>
/// </remarks>
public static class ChatPatcher
{
    /// <summary>A chunk, complete.</summary>
    /// <param name="json">The upstream's.</param>
    /// <param name="stamp">Ours.</param>
    /// <param name="sawToolCalls">Whether the answer calls tools so far, this chunk included.</param>
    /// <param name="output">Takes the chunk.</param>
    /// <param name="calls">The answer's tool calls so far, so that each gets an id; null: they stay as they are.</param>
    /// <exception cref="JsonException">The event is not a JSON object.</exception>
    internal static void WriteChunk(ReadOnlySpan<byte> json, AnswerStamp stamp, bool sawToolCalls, IBufferWriter<byte> output, StreamedCalls? calls)
    {
        output.Write(stamp.Chunk.Span);
        _ = CopyMembers(json, sawToolCalls, new PatchedChoice(IsChunk: true, Index: 0, calls), output);
        output.Write("}"u8);
    }

    /// <summary>A whole completion, not closed: the usage and the closing brace follow when the charge stands.</summary>
    /// <exception cref="JsonException">The answer is not a JSON object.</exception>
    public static void WriteCompletion(ReadOnlySpan<byte> json, AnswerStamp stamp, bool sawToolCalls, IBufferWriter<byte> output)
    {
        output.Write(stamp.Completion.Span);
        if (!CopyMembers(json, sawToolCalls, default, output))
        {
            output.Write(",\"system_fingerprint\":null"u8);
        }
    }

    // Returns whether system_fingerprint was among the members: clients need the key in a completion, and no null in a chunk.
    // They need a list of choices in both, and an error that is an object or absent.
    private static bool CopyMembers(ReadOnlySpan<byte> json, bool sawToolCalls, PatchedChoice choice, IBufferWriter<byte> output)
    {
        var reader = new Utf8JsonReader(json);
        bool hasFingerprint = false, hasChoices = false;
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameStart = (int)reader.TokenStartIndex;
            var isOurs = IsOurs(ref reader);
            var isChoices = WireText.Is(reader, "choices"u8);
            var isFingerprint = WireText.Is(reader, "system_fingerprint"u8);
            var isError = WireText.Is(reader, "error"u8);
            _ = reader.Read();
            if (isChoices && reader.TokenType == JsonTokenType.StartArray && !hasChoices)
            {
                output.Write(",\"choices\":["u8);
                ChoicePatcher.CopyAll(json, ref reader, sawToolCalls, choice, output);
                output.Write("]"u8);
                hasChoices = true;
                continue;
            }

            var isNull = reader.TokenType == JsonTokenType.Null;
            var isDropped = isOurs || isChoices || (isNull && (isError || (choice.IsChunk && isFingerprint)));
            hasFingerprint |= isFingerprint;
            reader.Skip();
            if (!isDropped)
            {
                output.Write(","u8);
                output.Write(json[nameStart..(int)reader.BytesConsumed]);
            }
        }

        if (!hasChoices)
        {
            output.Write(",\"choices\":[]"u8);
        }

        return hasFingerprint;
    }

    private static bool IsOurs(ref Utf8JsonReader reader) =>
        WireText.Is(reader, "id"u8) || WireText.Is(reader, "object"u8) || WireText.Is(reader, "created"u8)
        || WireText.Is(reader, "model"u8) || WireText.Is(reader, "provider"u8) || WireText.Is(reader, "usage"u8)
        || WireText.Is(reader, "openrouter_metadata"u8);
}
