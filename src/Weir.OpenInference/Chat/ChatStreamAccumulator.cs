using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Folds the chunks of a streamed chat reply into the reply they add up to.</summary>
/// <remarks>
/// Choices and tool calls are merged by their index (a tool call without one is continued until a new identifier comes), texts are
/// appended, the last usage wins, fields it does not know are kept. A chunk that carries an error object gives its error and its
/// usage and nothing else. One stream, one thread at a time. What it keeps is bounded by <c>maxBytes</c>.
/// </remarks>
public sealed class ChatStreamAccumulator : IReplyAccumulator
{
    /// <summary>Bytes of reply kept where nothing else is said.</summary>
    public const int DefaultMaxBytes = 8 * 1024 * 1024;

    private readonly FoldedObject _reply = new();
    private readonly FoldBudget _budget;

    /// <summary>Starts an empty fold.</summary>
    /// <param name="maxBytes">Bytes of reply to keep, above 0; what comes after them is counted as <see cref="Truncated"/>. Usage and finish reasons are kept regardless.</param>
    public ChatStreamAccumulator(int maxBytes = DefaultMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        _budget = new FoldBudget(maxBytes);
    }

    /// <summary>True after <c>[DONE]</c>.</summary>
    public bool IsDone { get; private set; }

    /// <summary>True while no chunk has left anything to write.</summary>
    public bool IsEmpty => _reply.IsEmpty;

    /// <summary>True when the reply was longer than the bound.</summary>
    public bool Truncated => _budget.Truncated;

    /// <summary>The error that a chunk carried; null if none did.</summary>
    public ChatError? Error { get; private set; }

    /// <summary>The whole JSON of the chunk that carried <see cref="Error"/>, for whoever needs its metadata; may quote secrets.</summary>
    public ReadOnlyMemory<byte> ErrorChunk { get; private set; }

    /// <summary>Identifier of the reply, from the last chunk that had one.</summary>
    public string? Id => Text("id"u8);

    /// <summary>Answering model, from the last chunk that had one.</summary>
    public string? Model => Text("model"u8);

    /// <summary>Upstream provider as OpenRouter-compatible endpoints name it.</summary>
    public string? Provider => Text("provider"u8);

    /// <summary>JSON of the last <c>usage</c>; empty if none came.</summary>
    public ReadOnlySpan<byte> Usage => _reply.FindRaw("usage"u8);

    /// <summary>True when every choice that was begun has said why it ended. A stream that closes before that was cut.</summary>
    public bool IsFinished
    {
        get
        {
            if (_reply.Find("choices"u8) is not FoldedArray { Count: > 0 } choices)
            {
                return false;
            }

            foreach (var choice in choices.Objects)
            {
                if (choice.FindRaw("finish_reason"u8).IsEmpty)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Adds one <c>data:</c> payload.</summary>
    /// <param name="data">UTF-8 of a chunk object, or <c>[DONE]</c>.</param>
    /// <returns>False when it is neither; what could be read before the fault is kept.</returns>
    public bool Add(ReadOnlySpan<byte> data)
    {
        data = data.Trim(" \t\r\n"u8);
        if (data.SequenceEqual("[DONE]"u8))
        {
            IsDone = true;
            return true;
        }

        if (MayHoldError(data) && TryAddError(data))
        {
            return true;
        }

        try
        {
            return Fold(data);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Writes the folded reply: the shape of a reply that was not streamed, with whatever <c>object</c> the chunks named.</summary>
    public byte[] ToJson()
    {
        var writer = new ArrayBufferWriter<byte>();
        _reply.WriteTo(writer);
        return writer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the attributes of the folded reply; nothing if no chunk left anything.</summary>
    /// <returns>The error of the stream or of one of its choices; null if none.</returns>
    public ChatError? WriteAttributes(AttributeSink sink, TraceConfig config)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (Truncated)
        {
            sink.Set(WeirAttributes.OutputTruncated, value: true);
        }

        if (IsEmpty)
        {
            return Error;
        }

        var inReply = ChatReplyAttributes.Write(ToJson(), sink, config);
        return Error ?? inReply;
    }

    private bool Fold(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        new ChunkFolder(data, _budget).FoldObject(ref reader, _reply);
        return true;
    }

    // Spares all other chunks the look-ahead; a quotation inside a text is escaped and does not match, null is no error.
    private static bool MayHoldError(ReadOnlySpan<byte> data)
    {
        var at = data.IndexOf("\"error\":"u8);
        return at >= 0 && data[(at + "\"error\":".Length)..].TrimStart((byte)' ') is [(byte)'{' or (byte)'"', ..];
    }

    private bool TryAddError(ReadOnlySpan<byte> data)
    {
        var chunk = data.ToArray();
        using var document = JsonRead.ParseObject(chunk);
        if (document is null || ChatError.FromOwner(document.RootElement) is not { } error)
        {
            return false;
        }

        Error ??= error;
        if (ErrorChunk.IsEmpty && _budget.TryTakeValue(chunk.Length))
        {
            ErrorChunk = chunk;
        }

        if (JsonRead.TryGetObject(document.RootElement, "usage"u8, out var usage))
        {
            _reply.GetOrAdd<FoldedRaw>("usage"u8, _budget)?.Replace(JsonMarshal.GetRawUtf8Value(usage), _budget);
        }

        return true;
    }

    private string? Text(ReadOnlySpan<byte> name)
    {
        var token = _reply.FindRaw(name);
        return token.Length > 2 && token[0] == '"' ? JsonText.Decode(token[1..^1]) : null;
    }
}
