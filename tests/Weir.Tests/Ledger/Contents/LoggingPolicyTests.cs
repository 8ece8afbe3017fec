using Weir.Ledger.Contents;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Ledger.Contents;

/// <summary>Which requests have their prompts and answers kept.</summary>
public sealed class LoggingPolicyTests
{
    [Fact]
    public void Off_KeepsNothing() => Assert.False(LoggingPolicy.Off.Keeps(Row("gen-1")));

    [Fact]
    public void Keys_AreThoseNamed_NoneWhenTheListIsEmpty()
    {
        var policy = new LoggingPolicy { IsEnabled = true };

        Assert.True(policy.Keeps(Row("gen-1")));
        Assert.True((policy with { KeyIds = [7, KeyHash.Of("key").ToNumber()] }).Keeps(Row("gen-1")));
        Assert.False((policy with { KeyIds = [7] }).Keeps(Row("gen-1")));
        Assert.False((policy with { KeyIds = [] }).Keeps(Row("gen-1")));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void Share_IsKept_TheSameEachTime(double rate)
    {
        var policy = new LoggingPolicy { IsEnabled = true, SamplingRate = (decimal)rate };
        var kept = Enumerable.Range(0, 5_000).Count(index => policy.Keeps(Row($"gen-{index}")));

        Assert.InRange(kept, 5_000 * rate * 0.85, 5_000 * rate * 1.15);
        Assert.All(Enumerable.Range(0, 100), index => Assert.Equal(policy.Keeps(Row($"gen-{index}")), policy.Keeps(Row($"gen-{index}"))));
    }

    [Fact]
    public void Session_IsKeptWholeOrNotAtAll()
    {
        var policy = new LoggingPolicy { IsEnabled = true, SamplingRate = 0.5m };
        var sessions = Enumerable.Range(0, 50).Select(session => Enumerable.Range(0, 10).Select(turn => policy.Keeps(Row($"gen-{session}-{turn}", $"s{session}"))).Distinct().ToArray()).ToArray();

        Assert.All(sessions, kept => Assert.Single(kept));
        Assert.Equal(2, sessions.Select(kept => kept[0]).Distinct().Count());
    }

    [Fact]
    public void KeyNumber_IsExactInEveryJsonReader()
    {
        var number = KeyHash.Of("key").ToNumber();

        Assert.InRange(number, 0, 9_007_199_254_740_991);
        Assert.Equal(number, (long)(double)number);
    }

    private static GenerationRow Row(string id, string? session = null) => new()
    {
        Id = new GenerationId(id),
        KeyHash = KeyHash.Of("key"),
        WorkspaceId = Guid.Empty,
        CreatedAt = DateTimeOffset.UnixEpoch,
        RequestedModel = "m",
        Model = "m",
        SessionId = session,
        Streamed = false,
        Status = 200,
        DurationMs = 0,
        Charge = Usd.Zero,
        AttemptsJson = "[]",
        TraceId = "",
        SpanId = "",
    };
}
