using System.Collections.Immutable;
using Weir.Simulator.Text;

namespace Weir.Simulator.Answers;

/// <summary>One choice of an answer, complete before its first token is sent.</summary>
internal sealed record AnswerChoice
{
    public required int Index { get; init; }

    /// <summary>What was thought before the answer, shown or not.</summary>
    public ImmutableArray<TextPiece> Reasoning { get; init; } = [];

    /// <summary>Text of the answer; empty when it calls tools.</summary>
    public ImmutableArray<TextPiece> Content { get; init; } = [];

    public ImmutableArray<AnswerToolCall> ToolCalls { get; init; } = [];

    public ImmutableArray<AnswerImage> Images { get; init; } = [];

    /// <summary>The stop of the request that ended the text; null when none did.</summary>
    public string? StopHit { get; init; }

    /// <summary><c>stop</c>, <c>length</c> or <c>tool_calls</c>.</summary>
    public required string FinishReason { get; init; }

    /// <summary>Reasoning and pictures included.</summary>
    public required int TokenCount { get; init; }

    public int ReasoningTokens => Reasoning.Sum(piece => piece.TokenCount);

    public int ImageTokens => Images.Sum(image => image.TokenCount);

    /// <summary>The answer went out of tokens while it was still being thought about.</summary>
    public bool IsThoughtOnly => FinishReason == "length" && Content.IsEmpty && ToolCalls.IsEmpty && !Reasoning.IsEmpty;

    public string ReasoningText => string.Concat(Reasoning.Select(piece => piece.Text));

    public string Text => string.Concat(Content.Select(piece => piece.Text));

    /// <summary>Decides the log probabilities.</summary>
    public required ulong Seed { get; init; }
}
