using Weir.Gateway.Health;
using Weir.Gateway.Routing;
using Weir.Tests.Testing;
using Weir.Tracing.Metrics;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Health;

/// <summary>What a call says about its endpoint that was given up before it said anything, because its caller left or another endpoint was first.</summary>
public sealed class CancelledCallTests
{
    private readonly FakeTime _time = new();
    private readonly HealthDirectory _health;
    private readonly Candidate _acme = Candidate("Acme");

    public CancelledCallTests() => _health = new HealthDirectory(_time, new Random(1));

    [Fact]
    public void CallGivenUpLate_CountsAsAtLeastThatLong_ForRoutingAlone()
    {
        for (var call = 0; call < 20; call++)
        {
            _health.Began(_acme, TimeSpan.FromSeconds(1), isFirstToken: true);
        }

        GiveUp(after: 0.05, times: 40);
        Assert.Equal(1, Read().Latency!.Value.P99, Sketch.RelativeError);

        GiveUp(after: 4, times: 60);

        var statistics = _health.Statistics(_acme.Model, _acme.Endpoint)!;
        Assert.Equal(4, Read().Latency!.Value.P75, 4 * Sketch.RelativeError);
        Assert.Equal(1, statistics.LatencyLast30Minutes!.Value.P99, Sketch.RelativeError);
        Assert.Equal((0, null), (Read().Requests, statistics.UptimeLastDay));
    }

    [Fact]
    public void CallGivenUpSoon_IsNoSilence_OneThatWaitedInVainIs()
    {
        GiveUp(after: 0.05, times: 1);
        _time.AdvanceSeconds(25);
        Assert.False(Read().IsUnstable);

        GiveUp(after: 24, times: 1);

        Assert.True(Read().IsUnstable);
    }

    [Fact]
    public void TranslatorThatSaysNo_IsNoSilence()
    {
        // Nothing is sent: the runner tells nothing but that a request came.
        _health.Requested(_acme);
        _time.AdvanceSeconds(25);

        Assert.False(Read().IsUnstable);
    }

    private void GiveUp(double after, int times)
    {
        for (var call = 0; call < times; call++)
        {
            var askedAt = _health.Asked(_acme, isStreamed: true);
            _time.AdvanceSeconds(after);
            _health.Withdrawn(_acme, askedAt, isStreamed: true);
        }
    }

    private EndpointVitals Read()
    {
        // Measures may be a second old.
        _time.AdvanceSeconds(1.1);
        return _health.Read(_acme.Model, _acme.Endpoint);
    }
}
