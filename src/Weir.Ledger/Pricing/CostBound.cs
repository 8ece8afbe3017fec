using Weir.Protocol.Primitives;

namespace Weir.Ledger.Pricing;

/// <summary>The most that an exchange can cost, without counting a token: what admission holds.</summary>
/// <remarks>
/// No tokenizer makes more tokens than its text has bytes. Each token is taken at the dearest price it could have: written to a cache for an hour, as
/// reasoning, as audio; of the prices for long prompts those that can apply. What an answer can have is what the prompt leaves of the context. Pure.
/// </remarks>
public static class CostBound
{
    /// <summary>Tokens of one image in a prompt: above what any provider's tiling makes of the largest.</summary>
    public const long ImageTokens = 50_000;

    /// <summary>Tokens of one file, sound or video in a prompt that is named by its address: nothing of its size is known.</summary>
    public const long MediaTokens = 250_000;

    /// <summary>The largest bound; above it sums of holds could overflow.</summary>
    public static readonly Usd Largest = new(long.MaxValue / 1_000_000);

    /// <summary>Dollars, rounded up; at most <see cref="Largest"/>.</summary>
    public static Usd Of(Price price, UsageBound bound)
    {
        // Nearly every price is the same for all prompts.
        var dearest = price.Overrides.IsEmpty ? Whole(price, bound) : Tiers(price, bound.Prompt).Max(tier => Whole(tier, bound));
        return dearest >= Largest.ToDollars() ? Largest : Usd.FromDollarsRoundedUp(dearest);
    }

    /// <summary>The same for an answer that is gone on with: what comes is paid, at the price of its real prompt, and the prompt is not paid again.</summary>
    public static Usd OfOutput(Price price, UsageBound bound)
    {
        var dearest = (price.Overrides.IsEmpty ? Output(price) : Tiers(price, bound.Prompt).Max(Output)) * bound.Output;
        return dearest >= Largest.ToDollars() ? Largest : Usd.FromDollarsRoundedUp(dearest);
    }

    /// <summary>How many tokens a choice may have for the bound to fit into an amount; below zero when even the prompt does not.</summary>
    public static long AffordableOutput(Price price, UsageBound bound, Usd available) =>
        Tiers(price, bound.Prompt).Min(tier => Affordable(tier, bound, available.ToDollars()));

    // Beside the longest prompt: fewer tokens than a shorter one would leave room for, never more.
    private static long Affordable(Price price, UsageBound bound, decimal available)
    {
        var left = available - Units(price, bound) - (bound.Prompt * Input(price));
        var each = Output(price) * bound.Choices;
        return left < 0 ? -1 : each == 0 ? bound.Output : (long)Math.Min(left / each, bound.Output);
    }

    private static decimal Whole(Price price, UsageBound bound) => Units(price, bound) + Tokens(price, bound);

    // Every price that a prompt of at most this many tokens can have.
    private static IEnumerable<Price> Tiers(Price price, long promptTokens) => price.Overrides
        .Select(one => one.MinPromptTokens)
        .OfType<long>()
        .Where(least => least < promptTokens)
        .Select(least => price.For(least + 1))
        .Append(price.For(0))
        .Append(price.For(promptTokens));

    // The longer the prompt, the shorter the answer: the sum is largest where the prompt begins to take room from the answer, or where it is longest.
    private static decimal Tokens(Price price, UsageBound bound)
    {
        var crowding = Math.Clamp((bound.Context ?? long.MaxValue) - bound.Output, 0, bound.Prompt);
        return Math.Max(TokensAt(crowding, price, bound), TokensAt(bound.Prompt, price, bound));
    }

    private static decimal TokensAt(long prompt, Price price, UsageBound bound)
    {
        var answer = Math.Clamp((bound.Context ?? long.MaxValue) - prompt, 0, bound.Output);
        return (prompt * Input(price)) + (Output(price) * answer * bound.Choices);
    }

    // What is not paid by the token.
    private static decimal Units(Price price, UsageBound bound) =>
        (bound.PromptImages * (price.Image ?? 0))
        + (bound.WebSearches * (price.WebSearch ?? 0))
        + (bound.SearchUnits * (price.Search ?? 0))
        + (bound.Characters * (price.Character ?? 0))
        + (bound.Seconds * (price.Second ?? 0))
        + (bound.Images * (price.ImageOutputPiece ?? 0))
        + price.Request;

    private static decimal Input(Price price) => Dearest(
        price.Prompt, price.InputCacheRead, price.InputCacheWrite, price.InputCacheWriteHour, price.Audio, price.InputAudioCache, price.ImageToken);

    private static decimal Output(Price price) => Dearest(price.Completion, price.Reasoning, price.AudioOutput, price.ImageOutputToken);

    private static decimal Dearest(decimal price, params ReadOnlySpan<decimal?> others)
    {
        foreach (var other in others)
        {
            price = other > price ? other.Value : price;
        }

        return price;
    }
}
