namespace Weir.Gateway.Dispatch;

/// <summary>What one event of an upstream answer is.</summary>
public enum StreamEventKind
{
    /// <summary>A chat completion chunk.</summary>
    Chunk,

    /// <summary>A whole chat completion: the one event of a non-streamed answer.</summary>
    Completion,

    /// <summary>The upstream's end mark.</summary>
    End,
}
