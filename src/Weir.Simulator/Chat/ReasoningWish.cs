namespace Weir.Simulator.Chat;

/// <summary>Whether the answer is to begin with reasoning, and how much of it is shown.</summary>
internal sealed record ReasoningWish
{
    public static readonly ReasoningWish Off = new();

    public bool IsOn { get; init; }

    /// <summary>Reasoned and charged, but not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Shown only as data that nobody but the provider can read.</summary>
    public bool IsRedacted { get; init; }

    /// <summary>Tokens at most; null leaves it to the model.</summary>
    public int? Budget { get; init; }

    /// <summary>Sentences of reasoning.</summary>
    public int SentenceCount { get; init; } = 3;

    /// <summary>Reasoning of an effort, as most dialects name it.</summary>
    public static ReasoningWish OfEffort(string effort) => effort switch
    {
        "none" => Off,
        "minimal" => new() { IsOn = true, SentenceCount = 1 },
        "low" => new() { IsOn = true, SentenceCount = 2 },
        "high" => new() { IsOn = true, SentenceCount = 5 },
        "xhigh" or "max" => new() { IsOn = true, SentenceCount = 8 },
        _ => new() { IsOn = true },
    };
}
