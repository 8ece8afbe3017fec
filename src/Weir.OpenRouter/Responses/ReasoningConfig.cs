namespace Weir.OpenRouter;

/// <summary>How a model is to reason in the Responses API. What is null is left to the model.</summary>
public sealed record ReasoningConfig : WireRecord
{
    /// <summary>Which earlier reasoning to show the model. One of <c>auto</c>, <c>all_turns</c>, <c>current_turn</c>; for GPT-5.6 and newer.</summary>
    public string? Context { get; init; }

    /// <summary>
    /// How hard to think. One of <c>max</c>, <c>xhigh</c>, <c>high</c>, <c>medium</c>, <c>low</c>, <c>minimal</c>, <c>none</c>; the model's nearest is taken.
    /// </summary>
    public string? Effort { get; init; }

    /// <summary>One of <c>standard</c>, <c>pro</c>, which thinks deeper; for GPT-5.6 and newer. Default <c>standard</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>How to sum up what it thought. One of <c>auto</c>, <c>concise</c>, <c>detailed</c>.</summary>
    public string? Summary { get; init; }

    /// <summary>True thinks with effort <c>medium</c> where none is given, false does not think.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Most tokens to think, in place of <see cref="Effort"/>, for models that take a number.</summary>
    public long? MaxTokens { get; init; }
}
