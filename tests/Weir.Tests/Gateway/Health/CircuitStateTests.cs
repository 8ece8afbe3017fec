using Weir.Gateway.Health;
using Xunit;

namespace Weir.Tests.Gateway.Health;

/// <summary>When a failing endpoint is left alone, and when it is asked again.</summary>
public sealed class CircuitStateTests
{
    private readonly CircuitState _circuit = new(new Random(1));

    [Fact]
    public void ThirdFailureInARow_Opens()
    {
        Fail(0);
        Fail(0);
        Assert.True(_circuit.TryEnter(At(0)));

        Fail(0);

        Assert.True(_circuit.IsOpen);
        Assert.False(_circuit.TryEnter(At(0)));
    }

    [Fact]
    public void SuccessBetweenFailures_KeepsItClosed()
    {
        for (var round = 0; round < 20; round++)
        {
            Fail(round);
            Fail(round);
            _circuit.Succeeded();
        }

        Assert.False(_circuit.IsOpen);
    }

    [Fact]
    public void HalfOfTheRecentRequestsFailing_Opens()
    {
        _circuit.Succeeded();
        _circuit.Failed(At(0), new HealthSums(Successes: 10, Errors: 9, Outages: 9, 0, 0));
        Assert.False(_circuit.IsOpen);
        _circuit.Succeeded();

        _circuit.Failed(At(0), new HealthSums(Successes: 10, Errors: 10, Outages: 10, 0, 0));

        Assert.True(_circuit.IsOpen);
    }

    [Fact]
    public void AfterThePause_OneRequestIsLetThrough()
    {
        Open();

        Assert.False(_circuit.TryEnter(At(1.5)));
        Assert.True(_circuit.TryEnter(At(2.5)));
        Assert.False(_circuit.TryEnter(At(2.5)));
        Assert.True(_circuit.Blocks(At(2.5)));
    }

    [Fact]
    public void ProbeThatNeverComesBack_IsFollowedByAnother()
    {
        Open();
        Assert.True(_circuit.TryEnter(At(2.5)));

        Assert.True(_circuit.TryEnter(At(5)));
    }

    [Fact]
    public void ProbeThatIsAnswered_Closes()
    {
        Open();
        Assert.True(_circuit.TryEnter(At(2.5)));

        _circuit.Began(At(2.5));

        Assert.True(_circuit.TryEnter(At(2.5)));
        Assert.True(_circuit.TryEnter(At(2.5)));
    }

    [Fact]
    public void AnswerThatBreaksAfterItsBeginning_OpensAtOnceAgain()
    {
        Open();
        _ = _circuit.TryEnter(At(2.5));
        _circuit.Began(At(2.5));

        Fail(2.6);

        Assert.True(_circuit.IsOpen);
    }

    [Fact]
    public void PausesGrow_ToAMinuteAndAFifth()
    {
        Open();
        var now = 0.0;
        var probes = new List<double>();
        while (now < 3600)
        {
            now += 0.1;
            if (_circuit.TryEnter(At(now)))
            {
                probes.Add(now);
                Fail(now);
            }
        }

        var pauses = probes.Skip(1).Zip(probes, (later, before) => later - before).ToArray();
        Assert.InRange(pauses[0], 3.1, 5);
        Assert.All(pauses.Skip(4), pause => Assert.InRange(pause, 47.9, 72.2));
        Assert.InRange(probes.Count, 50, 80);
    }

    [Fact]
    public void LateFailuresOfCallsUnderWay_DoNotProlongThePause()
    {
        Open();
        Fail(1);
        Fail(1.5);

        Assert.True(_circuit.TryEnter(At(2.5)));
    }

    [Fact]
    public void LateAnswersOfCallsUnderWay_DoNotCloseIt()
    {
        Open();

        _circuit.Began(At(-1));
        _circuit.Succeeded();

        Assert.True(_circuit.IsOpen);
        Assert.False(_circuit.TryEnter(At(0.5)));
    }

    private void Open()
    {
        Fail(0);
        Fail(0);
        Fail(0);
        Assert.True(_circuit.IsOpen);
    }

    private void Fail(double seconds) => _circuit.Failed(At(seconds), default);

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
