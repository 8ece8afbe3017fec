using Weir.Gateway.Pipeline;
using Weir.Gateway.ResponseCache;
using Xunit;

namespace Weir.Tests.Gateway.ResponseCache;

/// <summary>What the headers ask of the response cache.</summary>
public sealed class CacheDirectiveTests
{
    [Theory]
    [InlineData(null, 300)]
    [InlineData("600", 600)]
    [InlineData(" 600 ", 600)]
    [InlineData("60abc", 60)]
    [InlineData("1.5", 1)]
    [InlineData("0", 1)]
    [InlineData("86400", 86_400)]
    [InlineData("86401", 86_400)]
    [InlineData("99999999999999999999", 86_400)]
    [InlineData("-5", 300)]
    [InlineData("abc", 300)]
    [InlineData("٣", 300)]
    public void TimeToLive_IsReadFromItsLeadingDigits(string? header, int seconds)
    {
        var directive = CacheDirective.Of(new InboundHeaders { Cache = "true", CacheTimeToLive = header }, isForbidden: false);

        Assert.Equal(TimeSpan.FromSeconds(seconds), directive?.TimeToLive);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("1", false)]
    [InlineData(null, false)]
    public void Cache_IsOnByItsHeaderAlone(string? header, bool isOn) =>
        Assert.Equal(isOn, CacheDirective.Of(new InboundHeaders { Cache = header, CacheTimeToLive = "60", CacheClear = "true" }, isForbidden: false) is not null);

    [Fact]
    public void Cache_IsOffWhereNothingMayBeKept() => Assert.Null(CacheDirective.Of(new InboundHeaders { Cache = "true" }, isForbidden: true));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public void Clear_IsAsked(string? header, bool clears) => Assert.Equal(clears, CacheDirective.Of(new InboundHeaders { Cache = "true", CacheClear = header }, isForbidden: false)?.Clears);
}
