namespace Weir.Ledger.Activity;

/// <summary>What rows of sums can be put in order by.</summary>
public enum UsageMeasure
{
    Time,
    FirstDimension,
    SecondDimension,
    Requests,
    Errors,
    Cancelled,
    PromptTokens,
    CompletionTokens,
    Tokens,
    ReasoningTokens,
    CachedTokens,
    Charged,
    Upstream,
    Cache,
    Web,
}
