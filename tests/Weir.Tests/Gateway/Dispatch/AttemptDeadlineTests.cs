using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>The clock of an attempt.</summary>
public sealed class AttemptDeadlineTests : IDisposable
{
    private readonly FakeTime _time = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly AttemptDeadline _deadline;

    public AttemptDeadlineTests() => _deadline = new AttemptDeadline(
        new ProviderTimeouts { FirstToken = TimeSpan.FromSeconds(60), Idle = TimeSpan.FromSeconds(20), Total = TimeSpan.FromSeconds(100) },
        TimeSpan.FromSeconds(1000),
        _time,
        _caller.Token);

    public void Dispose()
    {
        _deadline.Dispose();
        _caller.Dispose();
    }

    [Fact]
    public void Token_NothingArmed_EndsWithTheTotal()
    {
        _time.AdvanceSeconds(99.9);
        Assert.False(_deadline.Token.IsCancellationRequested);

        _time.AdvanceSeconds(0.1);

        Assert.True(_deadline.Token.IsCancellationRequested);
        Assert.True(_deadline.HasExpired);
        Assert.Equal("total", _deadline.Phase);
        Assert.Equal(TimeSpan.FromSeconds(100), _deadline.Elapsed);
    }

    [Fact]
    public void BoundOfTheRequest_IsForTheBeginningOnly()
    {
        using var deadline = new AttemptDeadline(new ProviderTimeouts { Total = TimeSpan.FromSeconds(100) }, TimeSpan.FromSeconds(30), _time, _caller.Token);
        using var answering = new AttemptDeadline(new ProviderTimeouts { Total = TimeSpan.FromSeconds(100) }, TimeSpan.FromSeconds(30), _time, _caller.Token);
        answering.BeginAnswer();

        _time.AdvanceSeconds(30);

        Assert.True(deadline.HasExpired);
        Assert.False(answering.HasExpired);
    }

    [Fact]
    public void ArmFirstToken_NoEvent_EndsThatPhase()
    {
        _deadline.ArmFirstToken();

        _time.AdvanceSeconds(60);

        Assert.True(_deadline.HasExpired);
        Assert.Equal("first token", _deadline.Phase);
    }

    [Fact]
    public void ArmIdle_AgainAndAgain_EndsWithThePauseOrTheTotal()
    {
        for (var i = 0; i < 4; i++)
        {
            _deadline.ArmIdle();
            _time.AdvanceSeconds(19);
            Assert.Equal("idle", _deadline.Phase);
        }

        _deadline.ArmIdle();
        _time.AdvanceSeconds(19);
        Assert.False(_deadline.HasExpired);
        _deadline.ArmIdle();
        Assert.Equal("total", _deadline.Phase);
        _time.AdvanceSeconds(5);

        Assert.True(_deadline.HasExpired);
    }

    [Fact]
    public void ArmIdle_ManyEvents_EndsWhenTheLastPauseIsOver_NotSooner()
    {
        for (var i = 0; i < 500; i++)
        {
            _time.AdvanceSeconds(0.1);
            _deadline.ArmIdle();
        }

        _time.AdvanceSeconds(19.9);
        Assert.False(_deadline.HasExpired);

        _time.AdvanceSeconds(0.1);

        Assert.True(_deadline.HasExpired);
        Assert.Equal("idle", _deadline.Phase);
        Assert.Equal(TimeSpan.FromSeconds(70), _deadline.Elapsed);
    }

    [Fact]
    public void ArmTotal_AfterIdle_ForgivesThePause()
    {
        _deadline.ArmIdle();
        _time.AdvanceSeconds(10);

        _deadline.ArmTotal();
        _time.AdvanceSeconds(50);

        Assert.False(_deadline.HasExpired);
        _time.AdvanceSeconds(40);
        Assert.True(_deadline.HasExpired);
        Assert.Equal("total", _deadline.Phase);
    }

    [Fact]
    public void Arm_AfterTheTotal_StaysExpired()
    {
        _time.AdvanceSeconds(101);

        _deadline.ArmIdle();

        Assert.True(_deadline.HasExpired);
    }

    [Fact]
    public void Token_CallerLeaves_EndsWithoutHavingExpired()
    {
        _caller.Cancel();

        Assert.True(_deadline.Token.IsCancellationRequested);
        Assert.False(_deadline.HasExpired);
    }
}
