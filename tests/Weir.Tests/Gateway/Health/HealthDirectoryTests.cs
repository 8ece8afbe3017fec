using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Health;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Weir.Tracing.Metrics;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Health;

/// <summary>What is known of an endpoint after what happened at it.</summary>
public sealed class HealthDirectoryTests
{
    private readonly FakeTime _time = new();
    private readonly HealthDirectory _health;
    private readonly Candidate _acme = Candidate("Acme");

    public HealthDirectoryTests() => _health = new HealthDirectory(_time, new Random(1));

    [Fact]
    public void EndpointThatNobodyAsked_IsWell()
    {
        Assert.Equal(default, Read());
        Assert.Null(_health.Statistics(_acme.Model, _acme.Endpoint));
        Assert.True(_health.TryEnter(_acme));
    }

    [Fact]
    public void OneFailureAmongMany_IsNoOutage_OneInTenIs()
    {
        Succeed(9);
        Fail(503);
        Succeed(1);
        Assert.False(Read().IsUnstable);

        Fail(503);

        Assert.True(Read().IsUnstable);
    }

    [Fact]
    public void TwoFailuresInARow_AreAnOutage_ForHalfAMinute()
    {
        Succeed(100);
        Fail(503);
        Fail(503);
        Assert.True(Read().IsUnstable);

        _time.AdvanceSeconds(31);

        Assert.False(Read().IsUnstable);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(403)]
    public void RefusalsOfACall_AreNoOutage(int status)
    {
        Fail(status);
        Fail(status);

        Assert.False(Read().IsUnstable);
    }

    [Theory]
    [InlineData(401, 0.0)]
    [InlineData(402, 0.0)]
    [InlineData(404, 0.0)]
    [InlineData(500, 0.0)]
    [InlineData(503, 0.0)]
    [InlineData(400, null)]
    [InlineData(413, null)]
    [InlineData(429, null)]
    [InlineData(403, null)]
    public void Uptime_CountsWhatTheDocumentationCounts(int status, double? uptime)
    {
        Fail(status);

        Assert.Equal(uptime, _health.Statistics(_acme.Model, _acme.Endpoint)!.UptimeLast30Minutes);
    }

    [Theory]
    [InlineData(95, 5, UptimeClass.Normal)]
    [InlineData(94, 6, UptimeClass.Degraded)]
    [InlineData(80, 20, UptimeClass.Degraded)]
    [InlineData(79, 21, UptimeClass.Down)]
    [InlineData(1, 98, UptimeClass.Normal)]
    public void UptimeClass_NeedsAHundredRequests(int good, int bad, UptimeClass expected)
    {
        Fail(503, bad);
        Succeed(good);

        Assert.Equal(expected, Read().Uptime);
        Assert.Equal(good + bad, Read().Requests);
    }

    [Fact]
    public void Windows_ForgetInTheirTime()
    {
        Fail(503, 2);
        _time.Advance(TimeSpan.FromMinutes(6));
        Succeed(2);

        var soon = _health.Statistics(_acme.Model, _acme.Endpoint)!;
        _time.Advance(TimeSpan.FromMinutes(34));
        var later = _health.Statistics(_acme.Model, _acme.Endpoint)!;
        _time.Advance(TimeSpan.FromHours(26));
        var nextDay = _health.Statistics(_acme.Model, _acme.Endpoint)!;

        Assert.Equal((1.0, 0.5, 0.5), (soon.UptimeLast5Minutes, soon.UptimeLast30Minutes, soon.UptimeLastDay));
        Assert.Equal((null, null, 0.5), (later.UptimeLast5Minutes, later.UptimeLast30Minutes, later.UptimeLastDay));
        Assert.Null(nextDay.UptimeLastDay);
    }

    [Fact]
    public void LatencyRises_ThroughputFalls_WithThePercentile()
    {
        for (var index = 1; index <= 100; index++)
        {
            _health.Began(_acme, TimeSpan.FromMilliseconds(10 * index), isFirstToken: true);
            _health.Ended(_acme, new HealthReport(HealthOutcome.Success) { TokensPerSecond = index });
        }

        var latency = Read().Latency!.Value;
        var throughput = Read().Throughput!.Value;

        Assert.Equal(0.5, latency.P50, 0.5 * Sketch.RelativeError);
        Assert.Equal(0.99, latency.P99, 0.99 * Sketch.RelativeError);
        Assert.Equal(50, throughput.P50, 50 * Sketch.RelativeError);
        Assert.Equal(10, throughput.P90, 10 * Sketch.RelativeError);
        Assert.True(throughput.P99 < throughput.P90 && throughput.P90 < throughput.P75 && throughput.P75 < throughput.P50);

        _time.Advance(TimeSpan.FromMinutes(6));

        Assert.Null(Read().Latency);
        Assert.NotNull(_health.Statistics(_acme.Model, _acme.Endpoint)!.LatencyLast30Minutes);
    }

    [Fact]
    public void ToolSuccess_NeedsTwoHundredAnswers()
    {
        Tools(199, 0);
        Assert.Null(Read().ToolSuccess);

        Tools(0, 1);
        _time.AdvanceSeconds(2);

        Assert.Equal(0.995, Read().ToolSuccess);

        void Tools(int sound, int broken)
        {
            for (var index = 0; index < sound + broken; index++)
            {
                _health.Ended(_acme, new HealthReport(HealthOutcome.Success) { HasSoundToolCalls = index < sound });
            }
        }
    }

    [Fact]
    public void RetryAfter_BlocksTheEndpointAndItsKey_UntilThen()
    {
        Fail(429, retryAfter: 20);
        var otherKey = _acme with { Endpoint = _acme.Endpoint with { Provider = _acme.Endpoint.Provider with { ApiKey = "another" } } };

        Assert.Equal(TimeSpan.FromSeconds(20), _health.RetryAfter(_acme));
        Assert.True(Read().IsBlocked);
        Assert.Null(_health.RetryAfter(otherKey));
        Assert.Null(_health.RetryAfter(Candidate("Other")));

        _time.AdvanceSeconds(20);

        Assert.False(Read().IsBlocked);
        Assert.Null(_health.RetryAfter(_acme));
    }

    [Fact]
    public void RetryAfterOfADay_IsTakenAsFiveMinutes()
    {
        Fail(429, retryAfter: 86_400);

        Assert.Equal(TimeSpan.FromMinutes(5), _health.RetryAfter(_acme));
    }

    [Fact]
    public void AttemptsThatSayNothing_AreNotCounted()
    {
        _health.Failed(_acme, Attempt("Acme", AttemptFailures.CallerLeft(), status: null));
        _health.Failed(_acme, Attempt("Acme", AttemptFailures.FromTranslation(_acme, new TranslationException("no")), status: null));

        Assert.Null(_health.Statistics(_acme.Model, _acme.Endpoint)?.UptimeLastDay);
    }

    [Fact]
    public void EndpointOfANewCatalogue_IsTheSame_AndIdleOnesLeave()
    {
        Fail(503, 3);
        var reread = Candidate("Acme");
        Assert.NotSame(_acme.Model, reread.Model);
        Assert.True(_health.Read(reread.Model, reread.Endpoint).IsBlocked);

        _time.Advance(TimeSpan.FromHours(25));
        _health.Requested(Candidate("Other"));

        Assert.Null(_health.Statistics(_acme.Model, _acme.Endpoint));
    }

    [Fact]
    public void AnotherAddressOrCredential_IsAnotherEndpoint()
    {
        Fail(401, 3);
        var provider = _acme.Endpoint.Provider;

        Assert.True(IsBlocked(provider with { Name = "Acme the Second", Timeouts = new ProviderTimeouts { Idle = TimeSpan.FromSeconds(1) } }));
        Assert.False(IsBlocked(provider with { ApiKey = "mended" }));
        Assert.False(IsBlocked(provider with { BaseUrl = new Uri("http://127.0.0.1:9002/v1/") }));
        Assert.False(IsBlocked(provider with { Headers = [new("x-key", "mended")] }));

        bool IsBlocked(ProviderEntry other) => _health.Read(_acme.Model, _acme.Endpoint with { Provider = other }).IsBlocked;
    }

    [Fact]
    public void WhatIsUnderWayOverTheOldConnection_CountsThere()
    {
        var mended = _acme with { Endpoint = _acme.Endpoint with { Provider = _acme.Endpoint.Provider with { ApiKey = "mended" } } };
        _health.Began(mended, TimeSpan.FromMilliseconds(10), isFirstToken: true);

        Fail(401, 50);

        Assert.False(_health.Read(mended.Model, mended.Endpoint).IsBlocked);
        Assert.True(Read().IsBlocked);
    }

    [Fact]
    public void ProbeThatSaysItIsBack_ClosesTheCircuit_AndTheNextFailureOpensItAgain()
    {
        Fail(503, 3);
        var before = _health.Statistics(_acme.Model, _acme.Endpoint)!;

        _health.Recovered(_acme.Model, _acme.Endpoint);

        var after = _health.Statistics(_acme.Model, _acme.Endpoint)!;
        Assert.False(after.IsCircuitOpen);
        Assert.Equal((before.UptimeLastDay, before.Vitals.Requests), (after.UptimeLastDay, after.Vitals.Requests));
        Fail(503);
        Assert.True(Read().IsBlocked);
    }

    private EndpointVitals Read()
    {
        // Measures may be a second old.
        _time.AdvanceSeconds(1.1);
        return _health.Read(_acme.Model, _acme.Endpoint);
    }

    private void Succeed(int times)
    {
        for (var index = 0; index < times; index++)
        {
            _health.Ended(_acme, new HealthReport(HealthOutcome.Success));
        }
    }

    private void Fail(int status, int times = 1, double? retryAfter = null)
    {
        var wait = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var failure = AttemptFailures.FromStatus(_acme, status, new UpstreamErrorBody("no", null), "", wait);
        for (var index = 0; index < times; index++)
        {
            _health.Failed(_acme, Attempt("Acme", failure, status));
        }
    }
}
