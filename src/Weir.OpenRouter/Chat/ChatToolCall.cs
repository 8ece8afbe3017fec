namespace Weir.OpenRouter;

/// <summary>A call of a tool that the model wants made.</summary>
public sealed record ChatToolCall : WireRecord
{
    /// <summary>Which call a piece of a stream belongs to; null in a whole message.</summary>
    public int? Index { get; init; }

    public string? Id { get; init; }
    public string? Type { get; init; }
    public ChatToolCallFunction? Function { get; init; }
}
