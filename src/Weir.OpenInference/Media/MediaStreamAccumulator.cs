using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Keeps the closing event of a streamed image, speech or transcript: it holds everything but the sound.</summary>
/// <remarks>
/// The events before it (<c>image_generation.partial_image</c>, <c>speech.audio.delta</c>, <c>transcript.text.delta</c>) say nothing that
/// the closing one (<c>….completed</c>, <c>….done</c>) does not say again, sound excepted, which is too long for a span.
/// </remarks>
public sealed class MediaStreamAccumulator : IReplyAccumulator
{
    private readonly int _maxBytes;
    private byte[]? _closing;
    private ChatError? _error;
    private bool _truncated;

    /// <summary>Starts an empty fold.</summary>
    /// <param name="maxBytes">Bytes of the closing event to keep, above 0.</param>
    public MediaStreamAccumulator(int maxBytes = ChatStreamAccumulator.DefaultMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        _maxBytes = maxBytes;
    }

    /// <inheritdoc/>
    public bool IsDone { get; private set; }

    /// <inheritdoc/>
    public bool IsFinished => IsDone;

    /// <inheritdoc/>
    public bool Add(ReadOnlySpan<byte> data)
    {
        data = data.Trim(" \t\r\n"u8);
        if (data.SequenceEqual("[DONE]"u8))
        {
            IsDone = true;
            return true;
        }

        var copy = data.ToArray();
        using var document = JsonRead.ParseObject(copy);
        if (document is null)
        {
            return false;
        }

        _error ??= ChatError.FromOwner(document.RootElement);
        if (IsClosing(document.RootElement))
        {
            IsDone = true;
            Keep(copy);
        }

        return true;
    }

    /// <inheritdoc/>
    public ChatError? WriteAttributes(AttributeSink sink, TraceConfig config)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (_truncated)
        {
            sink.Set(WeirAttributes.OutputTruncated, value: true);
        }

        var inReply = _closing is null ? null : MediaReplyAttributes.Write(_closing, contentType: null, sink, config);
        return _error ?? inReply;
    }

    private static bool IsClosing(JsonElement data) =>
        JsonRead.TryGetString(data, "type"u8, out var type)
        && (type.EndsWith(".done", StringComparison.Ordinal) || type.EndsWith(".completed", StringComparison.Ordinal));

    private void Keep(byte[] closing)
    {
        if (closing.Length <= _maxBytes)
        {
            _closing = closing;
        }
        else
        {
            _truncated = true;
        }
    }
}
