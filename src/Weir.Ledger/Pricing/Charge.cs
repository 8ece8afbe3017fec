using Weir.Protocol.Primitives;

namespace Weir.Ledger.Pricing;

/// <summary>Money taken for one exchange, with the exact parts it was rounded from.</summary>
public sealed record Charge
{
    /// <summary>What is taken; rounded up once, here.</summary>
    public required Usd Total { get; init; }

    /// <summary>Unrounded dollars that the prompt costs at the provider, the request fee included.</summary>
    public required decimal Prompt { get; init; }

    /// <summary>Unrounded dollars that the completion costs at the provider.</summary>
    public required decimal Completion { get; init; }

    /// <summary>Unrounded dollars that providers bill to the owners of the credentials that were used; null when only those of the server were.</summary>
    public decimal? Own { get; init; }

    /// <summary>Whether a credential of somebody's own was used.</summary>
    public bool IsByok => Own is not null;

    /// <summary><see cref="Own"/>, rounded up.</summary>
    public Usd? Upstream => Own is { } dollars ? Usd.FromDollarsRoundedUp(dollars) : null;

    /// <summary>Unrounded dollars that are taken.</summary>
    public decimal Taken { get; init; }

    /// <summary>
    /// Unrounded dollars by which the provider's prompt cache made <see cref="Taken"/> smaller; below zero where writing to it cost more than
    /// reading saved.
    /// </summary>
    public decimal Saved { get; init; }

    /// <summary>The part of <see cref="Taken"/> that web searches cost.</summary>
    public decimal Searched { get; init; }

    /// <summary><see cref="Saved"/>, rounded up.</summary>
    public Usd CacheDiscount => Usd.FromDollarsRoundedUp(Saved);

    /// <summary><see cref="Searched"/>, rounded up: at most <see cref="Total"/>.</summary>
    public Usd WebSearch => Usd.FromDollarsRoundedUp(Searched);

    public static Charge None { get; } = new() { Total = Usd.Zero, Prompt = 0, Completion = 0 };

    /// <summary>Usage times price; cached and reasoning tokens at their own prices where they have one.</summary>
    /// <exception cref="OverflowException">The charge exceeds 9.2 billion dollars.</exception>
    public static Charge Of(TokenUsage usage, Price price)
    {
        price = price.For(usage.Prompt);
        var prompt = PromptTokens(usage, price, out var saved);
        var searched = usage.WebSearches * (price.WebSearch ?? 0);
        prompt += (usage.PromptImages * (price.Image ?? 0))
            + searched
            + (usage.SearchUnits * (price.Search ?? 0))
            + (usage.Characters * (price.Character ?? 0))
            + (usage.Seconds * (price.Second ?? 0))
            + price.Request;
        var completion = CompletionTokens(usage, price);
        return new Charge
        {
            Total = Usd.FromDollarsRoundedUp(prompt + completion),
            Prompt = prompt,
            Completion = completion,
            Taken = prompt + completion,
            Saved = saved,
            Searched = searched,
        };
    }

    /// <summary>The same exchange, billed by the provider to the owner of the credential: only a fee is taken.</summary>
    /// <param name="feeShare">Of what the provider bills, 0 to 1.</param>
    public Charge AsByok(decimal feeShare)
    {
        var fee = (Prompt + Completion) * feeShare;
        return this with
        {
            Total = Usd.FromDollarsRoundedUp(fee),
            Taken = fee,
            Own = Prompt + Completion,
            Saved = Saved * feeShare,
            Searched = Searched * feeShare,
        };
    }

    /// <summary>The same exchange without a charge; what a provider bills to the owner of a credential stays.</summary>
    public Charge Waived() => this with
    {
        Total = Usd.Zero,
        Taken = 0,
        Saved = 0,
        Searched = 0,
        Prompt = Own is null ? 0 : Prompt,
        Completion = Own is null ? 0 : Completion,
    };

    /// <summary>Several charges as one: rounded up once, together.</summary>
    /// <exception cref="OverflowException">The charge exceeds 9.2 billion dollars.</exception>
    public static Charge Sum(IEnumerable<Charge> lines)
    {
        var sum = lines.Aggregate(None, (sum, line) => new Charge
        {
            Total = Usd.Zero,
            Prompt = sum.Prompt + line.Prompt,
            Completion = sum.Completion + line.Completion,
            Taken = sum.Taken + line.Taken,
            Saved = sum.Saved + line.Saved,
            Searched = sum.Searched + line.Searched,
            Own = line.Own is { } own ? own + (sum.Own ?? 0) : sum.Own,
        });
        return sum with { Total = Usd.FromDollarsRoundedUp(sum.Taken) };
    }

    // Details are parts of their totals, whatever a provider reports: no token is charged twice. Nor is an image: one that is paid by the piece
    // costs no tokens beside,
    // where the provider says which those are.
    private static decimal PromptTokens(TokenUsage usage, Price price, out decimal saved)
    {
        var left = usage.Prompt;
        var readAudio = Take(Math.Min(usage.CacheReadAudio, usage.CacheRead), ref left);
        var read = Take(usage.CacheRead - readAudio, ref left);
        var writtenHour = Take(usage.CacheWriteHour, ref left);
        var written = Take(usage.CacheWrite - usage.CacheWriteHour, ref left);
        var audio = Take(usage.PromptAudio, ref left);
        var image = Take(usage.PromptImage, ref left);
        var readPrice = price.InputCacheRead ?? price.Prompt;
        var writePrice = price.InputCacheWrite ?? price.Prompt;
        var audioPrice = price.Audio ?? price.Prompt;
        var cached = (read * readPrice)
            + (readAudio * (price.InputAudioCache ?? readPrice))
            + (written * writePrice)
            + (writtenHour * (price.InputCacheWriteHour ?? writePrice));
        saved = ((read + written + writtenHour) * price.Prompt) + (readAudio * audioPrice) - cached;
        return (left * price.Prompt)
            + cached
            + (audio * audioPrice)
            + (image * (price.ImageToken ?? (price.Image is > 0 ? 0 : price.Prompt)));
    }

    private static decimal CompletionTokens(TokenUsage usage, Price price)
    {
        var left = usage.Completion;
        var reasoning = Take(usage.Reasoning, ref left);
        var audio = Take(usage.CompletionAudio, ref left);
        var image = Take(usage.CompletionImage, ref left);
        var images = price.ImageOutputPiece is { } piece && usage.Images > 0
            ? usage.Images * piece
            : image * (price.ImageOutputToken ?? price.Completion);
        return (left * price.Completion) + (reasoning * price.Reasoning) + (audio * (price.AudioOutput ?? price.Completion)) + images;
    }

    private static long Take(long part, ref long left)
    {
        var taken = Math.Clamp(part, 0, left);
        left -= taken;
        return taken;
    }
}
