namespace Weir.OpenRouter;

/// <summary>What kind of tokens a model wrote; null where the provider did not say.</summary>
public sealed record ChatUsageCompletionTokensDetails : WireRecord
{
    /// <summary>Tokens of <see cref="ChatRequest.Prediction"/> that were right.</summary>
    public long? AcceptedPredictionTokens { get; init; }

    /// <summary>Tokens of sound.</summary>
    public long? AudioTokens { get; init; }

    /// <summary>Tokens of reasoning, also where it is not shown.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>Tokens of <see cref="ChatRequest.Prediction"/> that were wrong.</summary>
    public long? RejectedPredictionTokens { get; init; }
}
