namespace Weir.OpenRouter;

/// <summary>One way in which a text goes on.</summary>
public sealed record CompletionChoice : WireRecord
{
    /// <summary>Which of the choices it is, from 0.</summary>
    public int? Index { get; init; }
    /// <summary>What the model wrote; in a stream, the piece that came.</summary>
    public string? Text { get; init; }
    /// <summary>One of <c>stop</c>, <c>length</c>, <c>content_filter</c>; null in a stream as long as more follows.</summary>
    public string? FinishReason { get; init; }
}
