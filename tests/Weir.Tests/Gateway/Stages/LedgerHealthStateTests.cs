using Weir.Gateway.Stages;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Stages;

/// <summary>Who is let in while records cannot be stored.</summary>
public sealed class LedgerHealthStateTests
{
    private readonly FakeTime _time = new();
    private readonly LedgerHealthState _health;

    public LedgerHealthStateTests() => _health = new LedgerHealthState(_time);

    [Fact]
    public void TryAdmit_NothingFailed_LetsEverybodyIn() => Assert.All(Enumerable.Range(0, 5), _ => Assert.True(_health.TryAdmit()));

    [Fact]
    public void TryAdmit_AfterAFailure_LetsNobodyInForASecond()
    {
        _health.CommitFailed();

        Assert.False(_health.TryAdmit());
        Assert.False(_health.MayAdmit);
        _time.AdvanceSeconds(0.999);
        Assert.False(_health.TryAdmit());
    }

    [Fact]
    public void TryAdmit_ASecondLater_LetsOneInToFindOut()
    {
        _health.CommitFailed();
        _time.AdvanceSeconds(1);

        // Asking whether the server is ready takes nobody's place.
        Assert.True(_health.MayAdmit);
        Assert.True(_health.TryAdmit());
        Assert.False(_health.TryAdmit());
        Assert.False(_health.MayAdmit);
        _time.AdvanceSeconds(1);
        Assert.True(_health.TryAdmit());
        Assert.False(_health.TryAdmit());
    }

    [Fact]
    public void TryAdmit_FromManyThreads_LetsOneIn()
    {
        _health.CommitFailed();
        _time.AdvanceSeconds(1);
        var admitted = 0;

        _ = Parallel.For(0, 1000, _ =>
        {
            if (_health.TryAdmit())
            {
                _ = Interlocked.Increment(ref admitted);
            }
        });

        Assert.Equal(1, admitted);
    }

    [Fact]
    public void TryAdmit_AfterASuccess_LetsEverybodyInAgain()
    {
        _health.CommitFailed();

        _health.CommitSucceeded();

        Assert.True(_health.TryAdmit());
        Assert.True(_health.TryAdmit());
    }
}
