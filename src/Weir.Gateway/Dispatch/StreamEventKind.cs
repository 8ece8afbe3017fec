namespace Weir.Gateway.Dispatch;

/// <summary>What one event of an upstream answer is.</summary>
public enum StreamEventKind
{
    /// <summary>A part of an answer: a chat completion chunk, some bytes of sound.</summary>
    Chunk,

    /// <summary>A whole answer: the one event of one that is not streamed.</summary>
    Completion,

    /// <summary>The upstream's end mark.</summary>
    End,
}
