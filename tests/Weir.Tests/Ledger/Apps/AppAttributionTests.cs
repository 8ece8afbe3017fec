using System.Collections.Immutable;
using Weir.Ledger.Apps;
using Xunit;

namespace Weir.Tests.Ledger.Apps;

/// <summary>Which app the headers of a request name.</summary>
public sealed class AppAttributionTests
{
    [Theory]
    [InlineData("https://Example.com/chat/1?user=7#x", null, "https://example.com/chat/1")]
    [InlineData("https://user:secret@example.com", "T", "https://example.com/")]
    [InlineData("http://example.com:8080/ü", null, "http://example.com:8080/%C3%BC")]
    [InlineData("http://localhost:3000/", "T", "http://localhost:3000/")]
    [InlineData("http://localhost:3000/", null, null)]
    [InlineData("http://127.0.0.1/", " ", null)]
    [InlineData("http://[::1]/", null, null)]
    [InlineData("http://my.localhost/", null, null)]
    [InlineData("http://0.0.0.0/", null, null)]
    [InlineData("file:///etc/passwd", "T", null)]
    [InlineData("javascript:alert(1)", "T", null)]
    [InlineData("/chat", "T", null)]
    [InlineData("", "T", null)]
    [InlineData(null, "T", null)]
    public void Of_TakesAnAddressAndOfThisMachineOnlyWithATitle(string? referer, string? title, string? url) =>
        Assert.Equal(url, AppAttribution.Of(referer, title, null)?.Url);

    [Fact]
    public void Of_LeavesOutWhatIsTooLong()
    {
        Assert.Null(AppAttribution.Of("https://example.com/" + new string('a', 500), null, null));
        var title = AppAttribution.Of("https://example.com/", new string('a', 199) + "😀", null)!.Title!;
        Assert.Equal(199, title.Length);
    }

    [Theory]
    [InlineData("cli-agent, game", "cli-agent,game")]
    [InlineData("nonsense,CLI-AGENT,legal,game,roleplay", "legal,game")]
    [InlineData(",,", "")]
    [InlineData("game,game,legal", "game,legal")]
    public void Categories_AreThoseTheApiHas_TwoARequest(string header, string expected) => Assert.Equal(expected, string.Join(',', AppCategories.Read(header)));

    [Fact]
    public void Categories_OfAnApp_AreTenAtMost_TheFirstStay()
    {
        var all = AppCategories.Groups.Values.SelectMany(group => group).ToArray();
        var merged = all.Aggregate(ImmutableArray<string>.Empty, (known, next) => AppCategories.Merge(known, [next]));

        Assert.Equal(all.Take(10), merged);
    }
}
