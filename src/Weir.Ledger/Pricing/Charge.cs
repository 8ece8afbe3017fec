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
        var prompt = PromptTokens(usage, price)
            + (usage.SearchUnits * (price.Search ?? 0))
            + (usage.Characters * (price.Character ?? 0))
            + (usage.Seconds * (price.Second ?? 0))
            + price.Request;
        var completion = CompletionTokens(usage, price);
        return new Charge { Total = Usd.FromDollarsRoundedUp(prompt + completion), Prompt = prompt, Completion = completion };
    }

    /// <summary>Several charges as one: rounded up once, together.</summary>
    /// <exception cref="OverflowException">The charge exceeds 9.2 billion dollars.</exception>
    public static Charge Sum(IEnumerable<Charge> lines)
    {
        var (prompt, completion) = lines.Aggregate((Prompt: 0m, Completion: 0m), (sum, line) => (sum.Prompt + line.Prompt, sum.Completion + line.Completion));
        return new Charge { Total = Usd.FromDollarsRoundedUp(prompt + completion), Prompt = prompt, Completion = completion };
    }

    // Details are parts of their totals, whatever a provider reports: no token is charged twice.
    private static decimal PromptTokens(TokenUsage usage, Price price)
    {
        var left = usage.Prompt;
        var read = Take(usage.CacheRead, ref left);
        var writtenHour = Take(usage.CacheWriteHour, ref left);
        var written = Take(usage.CacheWrite - usage.CacheWriteHour, ref left);
        var audio = Take(usage.PromptAudio, ref left);
        var image = Take(usage.PromptImage, ref left);
        var writePrice = price.InputCacheWrite ?? price.Prompt;
        return (left * price.Prompt)
            + (read * (price.InputCacheRead ?? price.Prompt))
            + (written * writePrice)
            + (writtenHour * (price.InputCacheWriteHour ?? writePrice))
            + (audio * (price.Audio ?? price.Prompt))
            + (image * (price.ImageToken ?? price.Prompt));
    }

    private static decimal CompletionTokens(TokenUsage usage, Price price)
    {
        var left = usage.Completion;
        var reasoning = Take(usage.Reasoning, ref left);
        var audio = Take(usage.CompletionAudio, ref left);
        var image = Take(usage.CompletionImage, ref left);
        var images = image > 0 ? image * (price.ImageOutput ?? price.Completion) : usage.Images * (price.ImageOutput ?? 0);
        return (left * price.Completion) + (reasoning * price.Reasoning) + (audio * (price.AudioOutput ?? price.Completion)) + images;
    }

    private static long Take(long part, ref long left)
    {
        var taken = Math.Clamp(part, 0, left);
        left -= taken;
        return taken;
    }
}
