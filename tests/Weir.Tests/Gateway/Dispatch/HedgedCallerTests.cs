using System.Collections.Immutable;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Routing;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>A second endpoint is asked besides one that says nothing: who wins, who is cancelled, who is never asked, and what is left behind.</summary>
public sealed class HedgedCallerTests : IDisposable
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(1);
    private static readonly ImmutableArray<Candidate> Two = AttemptBench.Candidates("a", "b");

    private readonly AttemptBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task FirstThatBeginsInTime_IsTheOnlyOneAsked()
    {
        var asked = _bench.Sequence(Two, After).NextAsync();
        var first = await _bench.Upstreams.CallAsync("a");
        _bench.Time.AdvanceSeconds(0.9);
        await first.BeginAsync("from a");
        await using var answer = await asked;
        _bench.Time.AdvanceSeconds(5);

        Assert.Equal("a", answer!.Candidate.Endpoint.Provider.Slug);
        Assert.Single(_bench.Upstreams.Calls);
    }

    [Fact]
    public async Task SilentFirst_SecondWins_FirstIsCancelledAtOnce()
    {
        var sequence = _bench.Sequence(Two, After);
        var (first, second, asked) = await RaceAsync(sequence);
        await second.BeginAsync("from b");
        var answer = (await asked)!;
        await first.Cancelled;

        Assert.Equal("b", answer.Candidate.Endpoint.Provider.Slug);
        Assert.Contains("from b", Text((await answer.NextAsync()).Event!.Value.Json), StringComparison.Ordinal);
        Assert.Equal([("a", false, true), ("b", true, false)], Shown(sequence));
        Assert.Equal(1, sequence.Attempts[0].Latency.TotalSeconds, 0.001);
        Assert.False(second.IsReleased);
        await answer.DisposeAsync();
        Assert.True(second.IsReleased);
        Assert.Equal(0, _bench.Time.Pending);
    }

    [Fact]
    public async Task SilentFirst_ThatBeginsAfterAll_Wins()
    {
        var sequence = _bench.Sequence(Two, After);
        var (first, second, asked) = await RaceAsync(sequence);
        await first.BeginAsync("from a");
        await using var answer = (await asked)!;
        await second.Cancelled;

        Assert.Equal("a", answer.Candidate.Endpoint.Provider.Slug);
        Assert.Equal([("b", true, true), ("a", false, false)], Shown(sequence));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneThatFails_IsNotRepeated_WhileTheOtherIsAsked(bool isFirst)
    {
        var candidates = AttemptBench.Candidates("a", "b", "c");
        var sequence = _bench.Sequence(candidates, After);
        var (first, second, asked) = await RaceAsync(sequence);
        (isFirst ? first : second).Fail(500);
        await _bench.FailuresAsync(candidates[isFirst ? 0 : 1], 1);
        await (isFirst ? second : first).BeginAsync("x");
        await using var answer = (await asked)!;

        Assert.Equal(isFirst ? "b" : "a", answer.Candidate.Endpoint.Provider.Slug);
        Assert.Equal(2, _bench.Upstreams.Calls.Count);
        Assert.Equal([500, 200], sequence.Attempts.Select(attempt => attempt.Status));
    }

    [Fact]
    public async Task BothThatFail_AreFollowedByTheThird_WhichIsNotHedged()
    {
        var sequence = _bench.Sequence(AttemptBench.Candidates("a", "b", "c", "d"), After);
        var (first, second, asked) = await RaceAsync(sequence);
        second.Fail(503);
        first.Fail(503);
        var third = await _bench.Upstreams.CallAsync("c");
        _bench.Time.AdvanceSeconds(30);
        await third.BeginAsync("from c");
        await using var answer = (await asked)!;

        Assert.Equal("c", answer.Candidate.Endpoint.Provider.Slug);
        Assert.Equal(3, _bench.Upstreams.Calls.Count);
        Assert.Single(sequence.Attempts, attempt => attempt.IsHedge);
    }

    [Fact]
    public async Task CallerWhoLeaves_EndsBoth()
    {
        var sequence = _bench.Sequence(Two, After);
        var (first, second, asked) = await RaceAsync(sequence);
        await _bench.LeaveAsync();

        Assert.Null(await asked);
        Assert.True(first.IsCancelled && second.IsCancelled);
        Assert.All(sequence.Attempts, attempt => Assert.True(attempt.Failure!.IsCancelled));
        Assert.Equal(0, _bench.Time.Pending);
        Assert.Null(_bench.Health.Statistics(Two[0].Model, Two[0].Endpoint)!.UptimeLastDay);
    }

    [Fact]
    public async Task FaultOfOurOwn_InTheOneThatLost_DoesNotReachTheCaller()
    {
        var model = Model();
        var sick = Provider("a", "A") with { BaseUrl = new Uri("http://a/v1/"), Dialect = new FaultyDialect() };
        var well = Provider("b", "B") with { BaseUrl = new Uri("http://b/v1/") };
        var sequence = _bench.Sequence([.. AttemptBench.Candidates(model, sick, well)], After);
        var (first, second, asked) = await RaceAsync(sequence);

        await first.BeginAsync("unread");
        await Task.Delay(20, TestContext.Current.CancellationToken);
        await second.BeginAsync("from b");
        var answer = (await asked)!;
        await answer.DisposeAsync();

        Assert.Equal("b", answer.Candidate.Endpoint.Provider.Slug);
        Assert.False(first.IsHeld || second.IsHeld);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("whole")]
    [InlineData("no fallbacks")]
    [InlineData("another model")]
    [InlineData("first cannot be cancelled")]
    [InlineData("second cannot be cancelled")]
    [InlineData("circuit open")]
    [InlineData("wants no calls")]
    public async Task WhatIsNotSafe_IsNotHedged(string why)
    {
        using var bench = new AttemptBench(call => RefuseAt("b", call));
        var candidates = Prepare(bench, why);
        var body = why == "whole" ? Body : AttemptBench.Streamed;
        var asked = bench.Sequence(candidates, why == "off" ? null : After, body, fallbacks: why != "no fallbacks").NextAsync();
        var first = await bench.Upstreams.CallAsync("a");

        // Whoever would count the pause has begun by now, and has noticed its end then.
        await Task.Delay(50, TestContext.Current.CancellationToken);
        bench.Time.AdvanceSeconds(30);
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.Single(bench.Upstreams.Calls);
        first.Fail(400);
        Assert.Null(await asked);
    }

    [Fact]
    public async Task SecondThatMayNotBeAsked_IsPassedOver_AndKeepsItsTurn()
    {
        var candidates = AttemptBench.Candidates("a", "b", "c");
        Open(_bench, candidates[1]);
        var sequence = _bench.Sequence(candidates, After);
        var asked = sequence.NextAsync();
        var first = await _bench.Upstreams.CallAsync("a");
        await WaitForTimersAsync();
        _bench.Time.AdvanceSeconds(1);
        var third = await _bench.Upstreams.CallAsync("c");
        third.Fail(503);
        first.Fail(503);
        await (await _bench.Upstreams.CallAsync("b")).BeginAsync("from b");
        await using var answer = (await asked)!;

        Assert.Equal(["a", "b", "c"], _bench.Upstreams.Calls.Select(call => call.Host).Order());
    }

    [Fact]
    public async Task Hedges_HaveABudget_SoThatAnOutageIsNotAmplified()
    {
        for (var request = 0; request < 40; request++)
        {
            var asked = _bench.Sequence(Two, After).NextAsync();
            var first = await _bench.Upstreams.CallAsync("a", request + 1);
            await WaitForTimersAsync();
            _bench.Time.AdvanceSeconds(1);
            await Task.Delay(5, TestContext.Current.CancellationToken);
            await first.BeginAsync("slow");
            await (await asked)!.DisposeAsync();
        }

        // Two to begin with, a tenth of the requests, and one in five of the seconds.
        Assert.InRange(_bench.Upstreams.Calls.Count(call => call.Host == "b"), 8, 14);
    }

    [Fact]
    public async Task OneThatLost_IsNeitherWellNorSick()
    {
        for (var request = 0; request < 5; request++)
        {
            var (_, second, asked) = await RaceAsync(_bench.Sequence(Two, After), number: request + 1);
            await second.BeginAsync("from b");
            await (await asked)!.DisposeAsync();
            _bench.Time.AdvanceSeconds(10);
        }

        var lost = _bench.Health.Statistics(Two[0].Model, Two[0].Endpoint)!;
        var won = _bench.Health.Statistics(Two[1].Model, Two[1].Endpoint)!;
        Assert.Equal((null, 0, false, null), (lost.UptimeLastDay, lost.FailuresInARow, lost.IsCircuitOpen, lost.LatencyLastDay));
        Assert.NotNull(won.LatencyLastDay);
    }

    private static IEnumerable<(string Host, bool IsHedge, bool IsLost)> Shown(AttemptSequence sequence) =>
        sequence.Attempts.Select(attempt => (attempt.ProviderSlug, attempt.IsHedge, attempt.Failure is { IsCancelled: true }));

    private static void RefuseAt(string host, ScriptedCall call)
    {
        if (call.Host == host)
        {
            call.Fail(400);
        }
    }

    private static ImmutableArray<Candidate> Prepare(AttemptBench bench, string why)
    {
        var candidates = AttemptBench.Candidates("a", "b");
        var stubborn = candidates.Select(one => one with { Endpoint = one.Endpoint with { Provider = one.Endpoint.Provider with { SupportsCancellation = false } } }).ToArray();
        switch (why)
        {
            case "another model":
                return [candidates[0], .. AttemptBench.Candidates(Model("acme/large"), candidates[1].Endpoint.Provider)];
            case "first cannot be cancelled":
                return [stubborn[0], candidates[1]];
            case "second cannot be cancelled":
                return [candidates[0], stubborn[1]];
            case "circuit open":
                Open(bench, candidates[1]);
                return candidates;
            case "wants no calls":
                bench.Health.Failed(candidates[1], Attempt("B", Failure(candidates[1], 429, TimeSpan.FromMinutes(4)), 429));
                return candidates;
            default:
                return candidates;
        }
    }

    private static void Open(AttemptBench bench, Candidate candidate)
    {
        for (var failure = 0; failure < 3; failure++)
        {
            bench.Health.Failed(candidate, Attempt("B", Failure(candidate, 503, retryAfter: null), 503));
        }

        Assert.True(bench.Health.Statistics(candidate.Model, candidate.Endpoint)!.IsCircuitOpen);
    }

    private static AttemptFailure Failure(Candidate candidate, int status, TimeSpan? retryAfter) =>
        AttemptFailures.FromStatus(candidate, status, new UpstreamErrorBody("no", null), "", retryAfter);

    private async Task<(ScriptedCall First, ScriptedCall Second, Task<ILiveAnswer?> Asked)> RaceAsync(AttemptSequence sequence, int number = 1)
    {
        var asked = sequence.NextAsync();
        var first = await _bench.Upstreams.CallAsync("a", number);

        // The timer is set when the call has been sent.
        await WaitForTimersAsync();
        _bench.Time.AdvanceSeconds(1);
        return (first, await _bench.Upstreams.CallAsync("b", number), asked);
    }

    private async Task WaitForTimersAsync()
    {
        for (var tries = 0; tries < 1_000 && _bench.Time.Pending < 2; tries++)
        {
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }
}
