using Weir.Gateway.Health;
using Xunit;

namespace Weir.Tests.Gateway.Health;

/// <summary>How much of an outage our own repetitions may add.</summary>
public sealed class RetryBudgetStateTests
{
    [Fact]
    public void Repetitions_StayNearATenthOfTheRequests()
    {
        var budget = new RetryBudgetState();
        var repeated = 0;
        for (var request = 0; request < 10_000; request++)
        {
            var now = TimeSpan.FromMilliseconds(request);
            budget.Requested(now);
            repeated += budget.TryTake(now) ? 1 : 0;
        }

        Assert.InRange(repeated, 1000, 1005);
    }

    [Fact]
    public void QuietEndpoint_MayBeAskedAgainNowAndThen()
    {
        var budget = new RetryBudgetState();
        Assert.True(budget.TryTake(TimeSpan.Zero));
        Assert.True(budget.TryTake(TimeSpan.Zero));
        Assert.False(budget.TryTake(TimeSpan.Zero));

        Assert.True(budget.TryTake(TimeSpan.FromSeconds(6)));
        Assert.False(budget.TryTake(TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public void LongQuiet_SavesUpNoMoreThanTen()
    {
        var budget = new RetryBudgetState();

        Assert.Equal(10, Enumerable.Range(0, 100).Count(_ => budget.TryTake(TimeSpan.FromHours(5))));
    }
}
