namespace Weir.OpenRouter;

/// <summary>An answer of the Messages API.</summary>
public sealed record MessagesResult : WireRecord
{
    /// <summary>Id of the generation, for <see cref="GenerationsClient"/>.</summary>
    public string? Id { get; init; }
    /// <summary>Always <c>message</c>.</summary>
    public string? Type { get; init; }
    /// <summary>Always <c>assistant</c>.</summary>
    public string? Role { get; init; }
    /// <summary>Slug of the model that answered, which may be another one than was asked for.</summary>
    public string? Model { get; init; }
    /// <summary>What the model said, thought and called, in order.</summary>
    public IReadOnlyList<MessageBlock>? Content { get; init; }
    /// <summary>
    /// One of <c>end_turn</c>, <c>max_tokens</c>, <c>model_context_window_exceeded</c>, <c>stop_sequence</c>, <c>tool_use</c>, <c>pause_turn</c>,
    /// <c>refusal</c>, <c>compaction</c>; null in a stream until the end.
    /// </summary>
    public string? StopReason { get; init; }
    /// <summary>The text of <see cref="MessagesRequest.StopSequences"/> that ended it; null if none did.</summary>
    public string? StopSequence { get; init; }
    /// <summary>What it used and cost.</summary>
    public MessagesUsage? Usage { get; init; }
    /// <summary>Display name of the provider that answered; null if the server does not say.</summary>
    public string? Provider { get; init; }
}
