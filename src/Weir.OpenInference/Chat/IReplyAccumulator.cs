namespace Weir.OpenInference;

/// <summary>Folds the events of a streamed reply into what they add up to, and writes that as attributes.</summary>
/// <remarks>One stream, one thread at a time; what it keeps is bounded.</remarks>
public interface IReplyAccumulator
{
    /// <summary>True after the event that closes the stream.</summary>
    bool IsDone { get; }

    /// <summary>True when the reply is complete, although the closing event may be missing. A stream that ends before that was cut.</summary>
    bool IsFinished { get; }

    /// <summary>Adds one <c>data:</c> payload.</summary>
    /// <param name="data">UTF-8 of an event object, or <c>[DONE]</c>.</param>
    /// <returns>False when it is neither; what could be read before the fault is kept.</returns>
    bool Add(ReadOnlySpan<byte> data);

    /// <summary>Writes the attributes of what was read; nothing if nothing was.</summary>
    /// <returns>The error that the stream told; null if none.</returns>
    ChatError? WriteAttributes(AttributeSink sink, TraceConfig config);
}
