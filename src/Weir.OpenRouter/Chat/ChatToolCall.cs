namespace Weir.OpenRouter;

/// <summary>A call of a tool that the model wants made.</summary>
public sealed record ChatToolCall : WireRecord
{
    /// <summary>Which call a piece of a stream belongs to; null in a whole message.</summary>
    public int? Index { get; init; }

    /// <summary>Id of the call, which its result has to name; in a stream, only in the first piece.</summary>
    public string? Id { get; init; }
    /// <summary><c>function</c>; in a stream, only in the first piece.</summary>
    public string? Type { get; init; }
    /// <summary>What to call, with which arguments.</summary>
    public ChatToolCallFunction? Function { get; init; }
}
