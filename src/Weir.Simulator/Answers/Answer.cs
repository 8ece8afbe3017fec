using System.Collections.Immutable;

namespace Weir.Simulator.Answers;

/// <summary>Everything one request is answered with.</summary>
internal sealed record Answer
{
    /// <summary>The same for the same request, so that two runs of a test can be compared byte by byte.</summary>
    public required string Id { get; init; }

    public required ImmutableArray<AnswerChoice> Choices { get; init; }

    public required int PromptTokens { get; init; }

    public int CompletionTokens => Choices.Sum(choice => choice.TokenCount);
}
