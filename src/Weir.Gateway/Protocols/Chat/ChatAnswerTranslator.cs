using Weir.Gateway.Chat;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Protocols.Chat;

/// <summary>Passes chunks and completions on as they are.</summary>
internal sealed class ChatAnswerTranslator(AnswerStamp stamp) : IAnswerTranslator
{
    /// <inheritdoc/>
    public void WriteChunk(ReadOnlySpan<byte> chunk, EventBuffer output) => output.Add(chunk);

    /// <inheritdoc/>
    public void WriteClosing(ReadOnlySpan<byte> chunk, EventBuffer output) => output.Add(chunk);

    /// <inheritdoc/>
    public void WriteError(GatewayError error, EventBuffer output) => output.Add(InBandError.Chunk(stamp, error).Span);

    /// <inheritdoc/>
    public void WriteEndMark(EventBuffer output) => output.Add("[DONE]"u8);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> completion) => completion;
}
