using System.Globalization;
using System.Net;
using Weir.Server.Configuration;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>Rate limits of <c>weir.json</c>, and the headers that tell of them.</summary>
public sealed class RateLimitTests
{
    private const string Chat = """{"model":"acme/small","max_tokens":10,"messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task Requests_AboveTheLimit_Are429WithHeaders()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        var config = TestServer.Config("", upstream.BaseUrl);
        await using var server = await TestServer.StartAsync($$"""{{config[..^1]}}, "limits": { "requests_per_minute": 1 } }""");

        // Two minutes at most: the first pair may fall on two sides of a minute's end.
        for (var tries = 0; tries < 2; tries++)
        {
            using var first = await server.ChatAsync(Chat);
            Assert.False(first.Headers.Contains("X-RateLimit-Limit") && first.IsSuccessStatusCode);
            using var second = await server.ChatAsync(Chat);
            if (second.StatusCode != HttpStatusCode.TooManyRequests)
            {
                continue;
            }

            Assert.Equal(("1", "0"), (second.Headers.GetValues("X-RateLimit-Limit").Single(), second.Headers.GetValues("X-RateLimit-Remaining").Single()));
            var reset = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(second.Headers.GetValues("X-RateLimit-Reset").Single(), CultureInfo.InvariantCulture));
            Assert.Equal(0, reset.ToUnixTimeSeconds() % 60);
            Assert.InRange(second.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
            Assert.Contains("1 requests a minute of this key", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            return;
        }

        Assert.Fail("No second request of one minute was refused.");
    }

    [Theory]
    [InlineData("""{ "requests_per_minute": 0 }""", "limits.requests_per_minute")]
    [InlineData("""{ "requests_a_minute": 5 }""", "limits.requests_a_minute")]
    [InlineData("""{ "free": { "requests_per_day": -1 } }""", "limits.free.requests_per_day")]
    public async Task LimitThatIsNone_IsReportedAtStart(string limits, string path)
    {
        var failure = await Assert.ThrowsAsync<ConfigurationException>(async () => await TestServer.StartAsync($$"""{ "limits": {{limits}} }"""));

        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
    }
}
