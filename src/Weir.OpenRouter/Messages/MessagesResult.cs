namespace Weir.OpenRouter;

/// <summary>An answer of the Messages API.</summary>
public sealed record MessagesResult : WireRecord
{
    public string? Id { get; init; }
    public string? Type { get; init; }
    public string? Role { get; init; }
    public string? Model { get; init; }
    public IReadOnlyList<MessageBlock>? Content { get; init; }
    /// <summary><c>end_turn</c>, <c>max_tokens</c>, <c>stop_sequence</c>, <c>tool_use</c> …</summary>
    public string? StopReason { get; init; }
    public string? StopSequence { get; init; }
    public MessagesUsage? Usage { get; init; }
    public string? Provider { get; init; }
}
