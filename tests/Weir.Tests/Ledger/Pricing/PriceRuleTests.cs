using Weir.Ledger.Pricing;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Ledger.Pricing;

/// <summary>Each rule of the pricing object, with the nano-dollars worked out by hand beside it.</summary>
public sealed class PriceRuleTests
{
    // $1 and $2 a million tokens: 1,000 and 2,000 nano-dollars a token.
    private static readonly Price Plain = new() { Prompt = 0.000001m, Completion = 0.000002m };

    private static readonly TokenUsage Hundred = new() { Prompt = 100, Completion = 10 };

    [Fact]
    public void Tokens_OfPromptAndCompletion() => Charged(120_000, Hundred, Plain); // 100 x 1,000 + 10 x 2,000

    [Fact]
    public void Request_IsAFeeOnTop() => Charged(5_120_000, Hundred, Plain with { Request = 0.005m });

    [Fact]
    public void CacheRead_ReplacesThePromptPrice() =>
        Charged(84_000, Hundred with { CacheRead = 40 }, Plain with { InputCacheRead = 0.0000001m }); // 60 x 1,000 + 40 x 100 + 20,000

    [Fact]
    public void CacheWrite_ForFiveMinutesAndForAnHour_HaveTheirOwnPrices() => Charged(
        // 50 x 1,000 + (30 - 20) x 1,250 + 20 x 2,000 + 20 x 100 + 20,000
        124_500,
        Hundred with { CacheRead = 20, CacheWrite = 30, CacheWriteHour = 20 },
        Plain with { InputCacheRead = 0.0000001m, InputCacheWrite = 0.00000125m, InputCacheWriteHour = 0.000002m });

    [Fact]
    public void CacheWriteForAnHour_WithoutAPrice_CostsAsAnyWrite() =>
        Charged(127_500, Hundred with { CacheWrite = 30, CacheWriteHour = 20 }, Plain with { InputCacheWrite = 0.00000125m }); // 70,000 + 30 x 1,250 + 20,000

    [Theory]
    [InlineData("16:29", 120_000)]
    [InlineData("16:30", 70_000)]
    [InlineData("23:59", 70_000)]
    [InlineData("00:00", 70_000)]
    [InlineData("00:29", 70_000)]
    [InlineData("00:30", 120_000)]
    public void Hours_OverMidnight_BeginAndEndToTheMinute(string time, long nanos) => Charged(
        nanos, // 100 x 500 + 20,000 from 16:30 up to 00:30
        Hundred,
        (Plain with { Overrides = [new PriceOverride { MinPromptTokens = null, Hours = new PriceHours(1630, 30), Prompt = 0.0000005m }] }).At(Moment(time)));

    [Theory]
    [InlineData("08:59", 100, 120_000)]
    [InlineData("09:00", 100, 120_000)]
    [InlineData("09:00", 101, 424_000)] // 101 x 4,000 + 20,000
    [InlineData("17:00", 101, 121_000)]
    public void Hours_AndALongPrompt_MustBothHold(string time, long prompt, long nanos) => Charged(
        nanos,
        Hundred with { Prompt = prompt },
        (Plain with { Overrides = [new PriceOverride { MinPromptTokens = 100, Hours = new PriceHours(900, 1700), Prompt = 0.000004m }] }).At(Moment(time)));

    [Fact]
    public void Hours_InAnotherZone_AreThoseOfUtc() =>
        Assert.True(new PriceHours(1630, 1640).Contain(new DateTimeOffset(2027, 1, 31, 18, 35, 0, TimeSpan.FromHours(2))));

    [Theory]
    [InlineData(0, 2400, true)]
    [InlineData(1630, 30, true)]
    [InlineData(2400, 30, false)]
    [InlineData(1660, 30, false)]
    [InlineData(900, 900, false)]
    [InlineData(-1, 30, false)]
    [InlineData(0, 2401, false)]
    public void Hours_AreTwoTimesOfADay(int start, int end, bool areTimes) => Assert.Equal(areTimes, new PriceHours(start, end).AreTimes);

    [Fact]
    public void Hold_AtTheHourOfTheRequest_IsThatOfItsPrice()
    {
        var price = Plain with { Overrides = [new PriceOverride { MinPromptTokens = null, Hours = new PriceHours(900, 1700), Prompt = 0.000004m }] };
        var bound = new UsageBound { Prompt = 100, Output = 10, Choices = 1 };

        Assert.Equal((420_000L, 120_000L), (CostBound.Of(price.At(Moment("10:00")), bound).Nanos, CostBound.Of(price.At(Moment("18:00")), bound).Nanos));
    }

    [Fact]
    public void Audio_InPromptAnswerAndCache_HasItsOwnPrices() => Charged(
        // 40 x 1,000 + 30 read (10 text x 100, 20 audio x 300) + 30 audio x 10,000 + 6 x 2,000 + 4 audio x 20,000
        40_000 + 1_000 + 6_000 + 300_000 + 12_000 + 80_000,
        Hundred with { CacheRead = 30, CacheReadAudio = 20, PromptAudio = 30, CompletionAudio = 4 },
        Plain with { InputCacheRead = 0.0000001m, InputAudioCache = 0.0000003m, Audio = 0.00001m, AudioOutput = 0.00002m });

    [Fact]
    public void Reasoning_HasItsOwnPrice_OrThatOfTheCompletion()
    {
        Charged(136_000, Hundred with { Reasoning = 4 }, Plain with { InternalReasoning = 0.000006m }); // 100,000 + 6 x 2,000 + 4 x 6,000
        Charged(120_000, Hundred with { Reasoning = 4 }, Plain with { InternalReasoning = 0 });
    }

    [Fact]
    public void Image_IsPaidByThePiece_BesideTheTokensOfTheText() =>
        Charged(2_120_000, Hundred with { PromptImages = 2 }, Plain with { Image = 0.001m });

    [Fact]
    public void Image_WhoseTokensTheProviderNames_IsNotPaidTwice()
    {
        Charged(1_060_000, Hundred with { PromptImages = 1, PromptImage = 60 }, Plain with { Image = 0.001m }); // 40 x 1,000 + 1,000,000 + 20,000
        Charged(240_000, Hundred with { PromptImages = 1, PromptImage = 60 }, Plain with { ImageToken = 0.000003m }); // 40 x 1,000 + 60 x 3,000 + 20,000
        Charged(120_000, Hundred with { PromptImages = 1, PromptImage = 60 }, Plain);
    }

    [Fact]
    public void ImageOutput_ByTheToken_OrByThePiece()
    {
        Charged(348_000, Hundred with { CompletionImage = 6, Images = 1 }, Plain with { ImageOutput = 0.00004m }); // 100,000 + 4 x 2,000 + 6 x 40,000
        Charged(80_120_000, Hundred with { Images = 2 }, Plain with { ImageOutput = 0.04m }); // 120,000 + 2 x 40,000,000

        // A price of whole images is none of tokens, whichever the provider counts.
        Charged(80_108_000, Hundred with { Images = 2, CompletionImage = 6 }, Plain with { ImageOutput = 0.04m });
    }

    [Fact]
    public void UnitsThatAreNoTokens_ArePaidEach()
    {
        Charged(20_120_000, Hundred with { WebSearches = 2 }, Plain with { WebSearch = 0.01m });
        Charged(4_000_000, new TokenUsage { Prompt = 0, Completion = 0, SearchUnits = 2 }, new Price { Search = 0.002m });
        Charged(165_000, new TokenUsage { Prompt = 0, Completion = 0, Characters = 11 }, new Price { Character = 0.000015m });
        Charged(1_250_000, new TokenUsage { Prompt = 0, Completion = 0, Seconds = 12.5m }, new Price { Second = 0.0001m });
    }

    [Theory]
    [InlineData(200, 200_000 + 20_000)]
    [InlineData(201, (201 * 3_000) + 20_000)]
    [InlineData(401, (401 * 3_000) + (10 * 8_000))]
    public void Overrides_ApplyToPromptsThatAreLonger_AndTheLaterOneWins(long prompt, long nanos) => Charged(
        nanos,
        Hundred with { Prompt = prompt },
        Plain with { Overrides = [new PriceOverride { MinPromptTokens = 200, Prompt = 0.000003m }, new PriceOverride { MinPromptTokens = 400, Completion = 0.000008m }] });

    [Fact]
    public void Sum_OfParts_RoundsOnce() =>
        Assert.Equal(new Usd(2), Charge.Sum(Enumerable.Repeat(Charge.Of(new TokenUsage { Prompt = 1, Completion = 0 }, new Price { Prompt = 0.0000000004m }), 4)).Total); // 1.6

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.05", 6_000)]
    [InlineData("0.0000001", 1)]
    [InlineData("1", 120_000)]
    public void Byok_TakesTheFee_AndSaysWhatTheProviderBills(string share, long fee)
    {
        var charge = Charge.Of(Hundred, Plain).AsByok(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((new Usd(fee), (Usd?)new Usd(120_000), true), (charge.Total, charge.Upstream, charge.IsByok));
        Assert.Equal((0.0001m, 0.00002m), (charge.Prompt, charge.Completion));
    }

    [Fact]
    public void Byok_BesideACredentialOfTheServers_AddsUpEachForItself()
    {
        var charge = Charge.Sum([Charge.Of(Hundred, Plain), Charge.Of(Hundred, Plain).AsByok(0.05m)]);

        Assert.Equal((new Usd(126_000), (Usd?)new Usd(120_000)), (charge.Total, charge.Upstream));
    }

    [Fact]
    public void Waived_TakesNothing_AndForgetsNotWhatTheProviderBillsTheOwner()
    {
        Assert.Equal(Charge.None, Charge.Of(Hundred, Plain).Waived());
        Assert.Equal((Usd.Zero, (Usd?)new Usd(120_000)), (Charge.Of(Hundred, Plain).AsByok(0.05m).Waived().Total, Charge.Of(Hundred, Plain).AsByok(0.05m).Waived().Upstream));
    }

    [Theory]
    [InlineData(40, 0, 0, 36_000)] // 40 x (1,000 - 100)
    [InlineData(0, 30, 0, -7_500)] // 30 x (1,000 - 1,250)
    [InlineData(0, 30, 20, -22_500)] // 10 x (1,000 - 1,250) + 20 x (1,000 - 2,000)
    [InlineData(40, 30, 0, 28_500)]
    [InlineData(0, 0, 0, 0)]
    public void CacheDiscount_IsWhatReadingSaved_LessWhatWritingCostMore(long read, long written, long forAnHour, long nanos)
    {
        var price = Plain with { InputCacheRead = 0.0000001m, InputCacheWrite = 0.00000125m, InputCacheWriteHour = 0.000002m };
        var usage = Hundred with { CacheRead = read, CacheWrite = written, CacheWriteHour = forAnHour };

        Assert.Equal(new Usd(nanos), Charge.Of(usage, price).CacheDiscount);
        Assert.Equal(Charge.Of(Hundred, price).Total, Charge.Of(usage, price).Total + Charge.Of(usage, price).CacheDiscount);
        Assert.Equal(new Usd(nanos / 2), Charge.Of(usage, price).AsByok(0.5m).CacheDiscount);
        Assert.Equal(new Usd(nanos * 2), Charge.Sum([Charge.Of(usage, price), Charge.Of(usage, price)]).CacheDiscount);
    }

    [Fact]
    public void CacheDiscount_OfAudio_IsByThePriceOfAudio() => Assert.Equal( // 10 x (5,000 - 300) + 10 x (1,000 - 100)
        new Usd(56_000),
        Charge.Of(Hundred with { CacheRead = 20, CacheReadAudio = 10 }, Plain with { Audio = 0.000005m, InputCacheRead = 0.0000001m, InputAudioCache = 0.0000003m }).CacheDiscount);

    [Fact]
    public void CacheDiscount_WithoutAPriceOfItsOwn_IsNothing() => Assert.Equal(Usd.Zero, Charge.Of(Hundred with { CacheRead = 40, CacheWrite = 10 }, Plain).CacheDiscount);

    [Fact]
    public void WebSearch_IsAPartOfTheCharge()
    {
        var charge = Charge.Of(Hundred with { WebSearches = 2 }, Plain with { WebSearch = 0.01m });

        Assert.Equal((new Usd(20_120_000), new Usd(20_000_000)), (charge.Total, charge.WebSearch));
        Assert.Equal(new Usd(1_000_000), charge.AsByok(0.05m).WebSearch);
        Assert.Equal((Usd.Zero, Usd.Zero), (charge.Waived().WebSearch, charge.Waived().CacheDiscount));
    }

    private static void Charged(long nanos, TokenUsage usage, Price price) => Assert.Equal(new Usd(nanos), Charge.Of(usage, price).Total);

    private static DateTimeOffset Moment(string time) => DateTimeOffset.Parse($"2027-01-31T{time}:59Z", System.Globalization.CultureInfo.InvariantCulture);
}
