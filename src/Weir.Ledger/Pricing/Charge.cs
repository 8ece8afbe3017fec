using Weir.Protocol.Primitives;

namespace Weir.Ledger.Pricing;

/// <summary>Money taken for one exchange, with the exact parts it was rounded from.</summary>
public sealed record Charge
{
    /// <summary>What is taken; rounded up once, here.</summary>
    public required Usd Total { get; init; }

    /// <summary>Unrounded dollars for the prompt, the request fee included.</summary>
    public required decimal Prompt { get; init; }

    /// <summary>Unrounded dollars for the completion.</summary>
    public required decimal Completion { get; init; }

    public static Charge None { get; } = new() { Total = Usd.Zero, Prompt = 0, Completion = 0 };

    /// <summary>Usage times price; cached and reasoning tokens at their own prices where they have one.</summary>
    /// <exception cref="OverflowException">The charge exceeds 9.2 billion dollars.</exception>
    public static Charge Of(TokenUsage usage, Price price)
    {
        var fresh = Math.Max(0, usage.Prompt - usage.CacheRead - usage.CacheWrite);
        var prompt = (fresh * price.Prompt)
            + (usage.CacheRead * (price.InputCacheRead ?? price.Prompt))
            + (usage.CacheWrite * (price.InputCacheWrite ?? price.Prompt))
            + price.Request;
        var answer = Math.Max(0, usage.Completion - usage.Reasoning);
        var completion = (answer * price.Completion) + (usage.Reasoning * (price.InternalReasoning ?? price.Completion));
        return new Charge { Total = Usd.FromDollarsRoundedUp(prompt + completion), Prompt = prompt, Completion = completion };
    }
}
