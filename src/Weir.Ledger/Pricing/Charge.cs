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
        price = price.For(usage.Prompt);

        // Details are parts of their totals, whatever a provider reports: no token is charged twice.
        var read = Math.Min(usage.CacheRead, usage.Prompt);
        var written = Math.Min(usage.CacheWrite, usage.Prompt - read);
        var reasoning = Math.Min(usage.Reasoning, usage.Completion);
        var prompt = ((usage.Prompt - read - written) * price.Prompt)
            + (read * (price.InputCacheRead ?? price.Prompt))
            + (written * (price.InputCacheWrite ?? price.Prompt))
            + price.Request;
        var completion = ((usage.Completion - reasoning) * price.Completion) + (reasoning * price.Reasoning);
        return new Charge { Total = Usd.FromDollarsRoundedUp(prompt + completion), Prompt = prompt, Completion = completion };
    }
}
