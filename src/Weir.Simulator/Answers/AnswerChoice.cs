using System.Collections.Immutable;
using Weir.Simulator.Text;

namespace Weir.Simulator.Answers;

/// <summary>One choice of an answer, complete before its first token is sent.</summary>
internal sealed record AnswerChoice
{
    public required int Index { get; init; }

    /// <summary>Text of the answer; empty when it calls tools.</summary>
    public ImmutableArray<TextPiece> Content { get; init; } = [];

    public ImmutableArray<AnswerToolCall> ToolCalls { get; init; } = [];

    /// <summary><c>stop</c>, <c>length</c> or <c>tool_calls</c>.</summary>
    public required string FinishReason { get; init; }

    public required int TokenCount { get; init; }

    /// <summary>Decides the log probabilities.</summary>
    public required ulong Seed { get; init; }
}
