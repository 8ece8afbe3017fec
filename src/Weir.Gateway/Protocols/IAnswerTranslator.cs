using Weir.Gateway.Debugging;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Protocols;

/// <summary>Writes one answer in a protocol, from its internal form. Used by one request; keeps what earlier events said.</summary>
public interface IAnswerTranslator
{
    /// <summary>Writes the events that one chunk becomes; none when there is nothing to say yet.</summary>
    /// <param name="chunk">A chat completion chunk with our id, model and finish reasons.</param>
    /// <param name="output">Takes the events.</param>
    void WriteChunk(ReadOnlySpan<byte> chunk, EventBuffer output);

    /// <summary>Writes the events that complete a stream: what is held back until the charge is durable.</summary>
    /// <param name="chunk">The closing chunk: no choices, the usage with its cost.</param>
    /// <param name="output">Takes the events.</param>
    void WriteClosing(ReadOnlySpan<byte> chunk, EventBuffer output);

    /// <summary>Writes what a caller who asked for debugging is told; nothing where the protocol has no place for it.</summary>
    void WriteDebug(in DebugNote note, EventBuffer output)
    {
    }

    /// <summary>Writes an error into a stream whose status is already out.</summary>
    void WriteError(GatewayError error, EventBuffer output);

    /// <summary>Writes what tells a client that the stream is over, after completion or error; nothing where the protocol has no such mark.</summary>
    void WriteEndMark(EventBuffer output);

    /// <summary>The whole response of a request that is not streamed.</summary>
    /// <param name="completion">A chat completion with our id, model, finish reasons, usage and cost.</param>
    ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> completion);
}
