using FsCheck;
using FsCheck.Fluent;
using Weir.Ledger.Pricing;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Ledger.Pricing;

/// <summary>The bound is never below the bill, and tight where nothing is unknown.</summary>
public sealed class CostBoundTests
{
    private static readonly Price Plain = new() { Prompt = 0.000001m, Completion = 0.000002m };

    [Fact]
    public void Of_PlainTokens_IsTheirPrice() =>
        Assert.Equal(new Usd(100_000 + (2 * 50 * 2_000)), CostBound.Of(Plain, new UsageBound { Prompt = 100, Output = 50, Choices = 2 }));

    [Fact]
    public void Of_FreePrice_IsNothing() => Assert.Equal(Usd.Zero, CostBound.Of(Price.Free, new UsageBound { Prompt = long.MaxValue / 2, Output = 1_000_000 }));

    [Fact]
    public void Of_EnormousBound_IsTheLargestThatSumsStayExactWith() =>
        Assert.Equal(CostBound.Largest, CostBound.Of(Plain with { Request = 1_000_000_000m }, new UsageBound { Prompt = long.MaxValue / 2, Output = long.MaxValue / 2 }));

    [Fact]
    public void Of_AContext_IsSharedByPromptAndAnswer()
    {
        var bound = new UsageBound { Prompt = 100, Output = 1_000, Context = 1_000 };

        Assert.Equal(new Usd(1_000 * 2_000), CostBound.Of(Plain, bound));
        Assert.Equal(new Usd((100 * 1_000) + (50 * 2_000)), CostBound.Of(Plain, bound with { Output = 50 }));
        Assert.Equal(new Usd((100 * 5_000) + (900 * 2_000)), CostBound.Of(Plain with { Prompt = 0.000005m }, bound));
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(201, 50)]
    [InlineData(300, 100)]
    [InlineData(99, -1)]
    [InlineData(100_000, 1_000)]
    public void AffordableOutput_IsWhatFitsBesideThePrompt(long thousandNanos, long tokens) =>
        Assert.Equal(tokens, CostBound.AffordableOutput(Plain, new UsageBound { Prompt = 100, Output = 1_000 }, new Usd(thousandNanos * 1_000)));

    [Fact]
    public void AffordableOutput_OfSeveralChoices_IsForEach() =>
        Assert.Equal(25, CostBound.AffordableOutput(Plain, new UsageBound { Prompt = 100, Output = 1_000, Choices = 4 }, new Usd(300_000)));

    [Fact]
    public void AffordableOutput_AnyAmount_FitsAndOneMoreDoesNot() => Check.QuickThrowOnFailure(Prop.ForAll<PositiveInt, PositiveInt, PositiveInt>((prompt, choices, nanos) =>
    {
        var price = Plain with { Overrides = [new PriceOverride { MinPromptTokens = 50, Completion = 0.000007m }] };
        var bound = new UsageBound { Prompt = prompt.Get, Output = int.MaxValue, Choices = choices.Get };
        var available = new Usd(nanos.Get * 1_000L);
        var tokens = CostBound.AffordableOutput(price, bound, available);
        return tokens < 0
            ? CostBound.Of(price, bound with { Output = 0 }) > available
            : CostBound.Of(price, bound with { Output = tokens }) <= available && CostBound.Of(price, bound with { Output = tokens + 1 }) > available;
    }));

    [Fact]
    public void Of_AnyPriceAndUsageWithinIt_IsNeverBelowTheCharge()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 20_000; i++)
        {
            var price = RandomPrice(random);
            var bound = new UsageBound
            {
                Prompt = random.Next(0, 5_000),
                Output = random.Next(0, 3_000),
                Choices = random.Next(1, 4),
                Context = random.Next(2) == 0 ? null : random.Next(0, 6_000),
                Images = random.Next(3),
                PromptImages = random.Next(3),
                WebSearches = random.Next(3),
                SearchUnits = random.Next(3),
                Characters = random.Next(500),
                Seconds = random.Next(500),
            };

            var charge = Charge.Of(RandomUsage(random, bound), price).Total;

            Assert.True(charge <= CostBound.Of(price, bound), $"{charge} for {bound} at {price}");
        }
    }

    private static Price RandomPrice(Random random)
    {
        decimal Some() => random.Next(0, 100) * 0.0000001m;
        decimal? Maybe() => random.Next(2) == 0 ? null : Some();
        return new Price
        {
            Prompt = Some(), Completion = Some(), Request = Some(), InputCacheRead = Maybe(), InputCacheWrite = Maybe(), InputCacheWriteHour = Maybe(), InternalReasoning = Maybe(),
            Image = Maybe(), WebSearch = Maybe(), InputAudioCache = Maybe(), ImageToken = Maybe(), ImageOutput = random.Next(3) == 0 ? 0.04m : Maybe(), Audio = Maybe(), AudioOutput = Maybe(), Second = Maybe(), Character = Maybe(), Search = Maybe(),
            Overrides = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new PriceOverride
            {
                MinPromptTokens = random.Next(5_000), Prompt = Maybe(), Completion = Maybe(), InputCacheRead = Maybe(), InputCacheWrite = Maybe(), InputCacheWriteHour = Maybe(), Audio = Maybe(),
            })],
        };
    }

    private static TokenUsage RandomUsage(Random random, UsageBound bound)
    {
        long Upto(long most) => random.NextInt64(most + 1);
        var prompt = Upto(bound.Prompt);
        var completion = Upto(Math.Min(bound.Output, Math.Max(0, (bound.Context ?? long.MaxValue) - prompt)) * bound.Choices);
        return new TokenUsage
        {
            Prompt = prompt, Completion = completion, CacheRead = Upto(prompt), CacheWrite = Upto(prompt), CacheWriteHour = Upto(prompt), PromptAudio = Upto(prompt), PromptImage = Upto(prompt),
            Reasoning = Upto(completion), CompletionAudio = Upto(completion), CompletionImage = Upto(completion),
            CacheReadAudio = Upto(prompt), PromptImages = Upto(bound.PromptImages), WebSearches = Upto(bound.WebSearches),
            Images = bound.Images == 0 ? 0 : Upto(bound.Images), SearchUnits = Upto(bound.SearchUnits), Characters = Upto(bound.Characters), Seconds = Upto((long)bound.Seconds),
        };
    }
}
