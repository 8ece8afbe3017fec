using Weir.Gateway.Dispatch;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>Which failures are worth a second try at the same endpoint.</summary>
public sealed class RetryRuleTests
{
    [Theory]
    [InlineData(500, null, true)]
    [InlineData(429, 3.0, true)]
    [InlineData(429, 0.0, true)]
    [InlineData(429, 3.1, false)]
    [InlineData(429, null, false)]
    [InlineData(502, null, false)]
    [InlineData(503, 1.0, false)]
    [InlineData(504, null, false)]
    [InlineData(400, null, false)]
    [InlineData(401, null, false)]
    [InlineData(404, null, false)]
    public void Statuses(int status, double? retryAfter, bool isRepeated)
    {
        var wait = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var candidate = GatewaySamples.Candidate();
        var failure = AttemptFailures.FromStatus(candidate, status, new UpstreamErrorBody("no", null), "", wait);

        var waits = RetryRule.WaitAfter(GatewaySamples.Attempt("Acme", failure, status), new Random(1));

        Assert.Equal(isRepeated, waits is not null);
        if (status == 429 && isRepeated)
        {
            Assert.Equal(wait, waits);
        }
    }

    [Fact]
    public void ConnectionThatBroke_IsTriedAgainAfterAJitteredMoment()
    {
        var random = new Random(1);
        var failure = AttemptFailures.Cut(GatewaySamples.Candidate()) with { IsReset = true };
        var attempt = GatewaySamples.Attempt("Acme", failure, status: null);

        var waits = Enumerable.Range(0, 200).Select(_ => RetryRule.WaitAfter(attempt, random)!.Value.TotalMilliseconds).ToArray();

        Assert.All(waits, wait => Assert.InRange(wait, 0, 100));
        Assert.InRange(waits.Average(), 35, 65);
    }
}
