namespace Weir.Protocol.Traces;

/// <summary>One message of a conversation.</summary>
public sealed record MessageRecord
{
    /// <summary>
    /// <c>system</c>, <c>developer</c>, <c>user</c>, <c>assistant</c>, <c>tool</c> or whatever the sender wrote; empty when it wrote nothing.
    /// </summary>
    public required string Role { get; init; }

    /// <summary>Who speaks, where several have the same role; null: it does not say.</summary>
    public required string? Name { get; init; }

    /// <summary>Of a tool's answer: the call it answers.</summary>
    public required string? ToolCallId { get; init; }

    /// <summary>Why the model stopped, in the sender's words, such as <c>stop</c>; null: it does not say.</summary>
    public required string? FinishReason { get; init; }

    /// <summary>What it says, in order.</summary>
    public required IReadOnlyList<MessagePart> Parts { get; init; }

    /// <summary>Calls that the model asks for.</summary>
    public required IReadOnlyList<ToolCallRecord> ToolCalls { get; init; }
}
