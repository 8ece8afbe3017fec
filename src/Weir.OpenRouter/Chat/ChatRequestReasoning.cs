namespace Weir.OpenRouter;

/// <summary>How a model is to reason. <c>max_tokens</c>, <c>enabled</c> and <c>exclude</c> go into <see cref="WireRecord.Extra"/>.</summary>
public sealed record ChatRequestReasoning : WireRecord
{
    /// <summary>
    /// How hard to think. One of <c>max</c>, <c>xhigh</c>, <c>high</c>, <c>medium</c>, <c>low</c>, <c>minimal</c>, <c>none</c>; the model's nearest is taken.
    /// </summary>
    public string? Effort { get; init; }

    /// <summary>How to sum up what it thought. One of <c>auto</c>, <c>concise</c>, <c>detailed</c>; null leaves it to the provider.</summary>
    public string? Summary { get; init; }
}
