using Weir.Ledger.Pricing;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Ledger.Pricing;

/// <summary>Usage times price.</summary>
public sealed class ChargeTests
{
    private static readonly Price Plain = new() { Prompt = 0.000001m, Completion = 0.000002m };

    private static readonly Price Full = new()
    {
        Prompt = 10,
        Completion = 100,
        InputCacheRead = 1,
        InputCacheWrite = 20,
        InternalReasoning = 1000,
        Request = 0.5m,
    };

    [Fact]
    public void Of_PlainPrice_IsTokensTimesPrice()
    {
        var charge = Charge.Of(new TokenUsage { Prompt = 12, Completion = 30 }, Plain);

        Assert.Equal(new Usd(72_000), charge.Total);
        Assert.Equal(0.000012m, charge.Prompt);
        Assert.Equal(0.00006m, charge.Completion);
    }

    [Fact]
    public void Of_CachedAndReasoningTokens_HaveTheirOwnPrices()
    {
        var charge = Charge.Of(new TokenUsage { Prompt = 10, CacheRead = 4, CacheWrite = 3, Completion = 5, Reasoning = 2 }, Full);

        Assert.Equal((3 * 10) + (4 * 1) + (3 * 20) + 0.5m, charge.Prompt);
        Assert.Equal((3 * 100) + (2 * 1000), charge.Completion);
        Assert.Equal(charge.Prompt + charge.Completion, charge.Total.ToDollars());
    }

    [Fact]
    public void Of_DetailsWithoutTheirOwnPrice_CostAsTheirTotal() =>
        Assert.Equal(
            Charge.Of(new TokenUsage { Prompt = 10, Completion = 5 }, Plain),
            Charge.Of(new TokenUsage { Prompt = 10, CacheRead = 4, CacheWrite = 3, Completion = 5, Reasoning = 2 }, Plain));

    [Fact]
    public void Of_ReasoningPriceOfZero_CostsAsCompletion() =>
        Assert.Equal(500, Charge.Of(new TokenUsage { Prompt = 0, Completion = 5, Reasoning = 2 }, Full with { InternalReasoning = 0, Request = 0 }).Completion);

    [Fact]
    public void Of_CacheReadPriceOfZero_IsFree() =>
        Assert.Equal(60, Charge.Of(new TokenUsage { Prompt = 10, CacheRead = 4, Completion = 0 }, Full with { InputCacheRead = 0, Request = 0 }).Prompt);

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(3, 0, 2)]
    [InlineData(3, 3, 3)]
    public void Of_FractionsOfANano_AreRoundedUpOnceForTheWhole(long prompt, long completion, long nanos)
    {
        var price = new Price { Prompt = 0.0000000004m, Completion = 0.0000000004m };

        Assert.Equal(nanos, Charge.Of(new TokenUsage { Prompt = prompt, Completion = completion }, price).Total.Nanos);
    }

    [Theory]
    [InlineData(20, 0, 0, 10, 0)]
    [InlineData(0, 20, 0, 200, 0)]
    [InlineData(8, 8, 0, 8 + 40, 0)]
    [InlineData(10, 10, 9, 10, 5000)]
    public void Of_DetailsAboveTheirTotals_ChargeNoTokenTwice(long read, long written, long reasoning, decimal prompt, decimal completion)
    {
        var usage = new TokenUsage { Prompt = 10, CacheRead = read, CacheWrite = written, Completion = 5, Reasoning = reasoning };

        var charge = Charge.Of(usage, Full with { Request = 0 });

        Assert.Equal(prompt, charge.Prompt);
        Assert.Equal(completion == 0 ? 500 : completion, charge.Completion);
    }

    [Fact]
    public void Of_FreePrice_IsNothing() =>
        Assert.Equal(Usd.Zero, Charge.Of(new TokenUsage { Prompt = 1_000_000, Completion = 1_000_000 }, Price.Free).Total);

    [Fact]
    public void Combine_ReportsInPieces_TakesTheLargerOfEachCount()
    {
        var first = new TokenUsage { Prompt = 12, Completion = 1, CacheRead = 4 };
        var last = new TokenUsage { Prompt = 0, Completion = 30, Reasoning = 7 };

        Assert.Equal(new TokenUsage { Prompt = 12, Completion = 30, CacheRead = 4, Reasoning = 7 }, first.Combine(last));
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 402)]
    [InlineData(1001, 5005)]
    public void Of_LongPrompt_TakesThePriceOfItsLength(long prompt, decimal dollars)
    {
        var price = new Price
        {
            Prompt = 1,
            Overrides = [new PriceOverride { MinPromptTokens = 200, Prompt = 2 }, new PriceOverride { MinPromptTokens = 1000, Prompt = 5 }],
        };

        Assert.Equal(dollars, Charge.Of(new TokenUsage { Prompt = prompt, Completion = 0 }, price).Prompt);
    }
}
