namespace Weir.OpenRouter;

/// <summary>Chat usage completion tokens details, as <c>ChatClient</c> gets it.</summary>
public sealed record ChatUsageCompletionTokensDetails : WireRecord
{
    public long? AcceptedPredictionTokens { get; init; }

    public long? AudioTokens { get; init; }

    public long? ReasoningTokens { get; init; }

    public long? RejectedPredictionTokens { get; init; }
}
