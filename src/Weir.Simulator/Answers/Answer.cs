using System.Collections.Immutable;

namespace Weir.Simulator.Answers;

/// <summary>Everything one request is answered with.</summary>
internal sealed record Answer
{
    /// <summary>Hexadecimal, without the prefix of a dialect; the same for the same request, so that two runs of a test can be compared byte by byte.</summary>
    public required string Id { get; init; }

    public required ImmutableArray<AnswerChoice> Choices { get; init; }

    public required int PromptTokens { get; init; }

    public int ReasoningTokens => Choices.Sum(choice => choice.ReasoningTokens);

    public int ImageTokens => Choices.Sum(choice => choice.ImageTokens);

    public int CompletionTokens => Choices.Sum(choice => choice.TokenCount);
}
