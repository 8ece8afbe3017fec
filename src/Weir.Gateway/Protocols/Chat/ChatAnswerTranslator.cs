using Weir.Gateway.Chat;
using Weir.Gateway.Debugging;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Protocols.Chat;

/// <summary>Passes chunks and completions on as they are.</summary>
internal sealed class ChatAnswerTranslator(AnswerStamp stamp) : IAnswerTranslator
{
    /// <inheritdoc/>
    public void WriteChunk(ReadOnlySpan<byte> chunk, EventBuffer output) => output.Add(chunk);

    /// <inheritdoc/>
    public void WriteClosing(ReadOnlySpan<byte> chunk, EventBuffer output) => output.Add(chunk);

    // {…,"choices":[],"debug":{"echo_upstream_body":{…}}}; a chunk has no place for timings.
    /// <inheritdoc/>
    public void WriteDebug(in DebugNote note, EventBuffer output)
    {
        if (!note.UpstreamBody.IsEmpty)
        {
            output.Add([.. stamp.Chunk.Span, .. ",\"choices\":[],\"debug\":{\"echo_upstream_body\":"u8, .. note.UpstreamBody.Span, .. "}}"u8]);
        }
    }

    /// <inheritdoc/>
    public void WriteError(GatewayError error, EventBuffer output) => output.Add(InBandError.Chunk(stamp, error).Span);

    /// <inheritdoc/>
    public void WriteEndMark(EventBuffer output) => output.Add("[DONE]"u8);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> completion) => completion;
}
