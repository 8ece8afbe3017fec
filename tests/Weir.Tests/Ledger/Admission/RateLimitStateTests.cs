using Weir.Ledger.Admission;
using Weir.Ledger.Keys;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Ledger.Admission;

/// <summary>Requests and tokens by the minute, requests at once, and free ones by the day.</summary>
public sealed class RateLimitStateTests
{
    private static readonly KeyHash One = KeyHash.Of("one");
    private static readonly KeyHash Other = KeyHash.Of("other");

    // FakeTime starts seven seconds after a full minute.
    private static readonly DateTimeOffset NextMinute = FakeTime.Start.AddSeconds(53);

    private readonly FakeTime _time = new();

    [Fact]
    public void NoLimits_LetEverythingIn()
    {
        var state = new RateLimitState(() => new RateLimits(), _time);

        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.NotNull(state.TryEnter(One, isFree: true, out var _)));
    }

    [Fact]
    public void Requests_AMinute_AreCountedByKeyAndByMinuteOfTheClock()
    {
        var state = new RateLimitState(() => new RateLimits { RequestsPerMinute = 2 }, _time);
        state.TryEnter(One, isFree: false, out _)!.Dispose();
        state.TryEnter(One, isFree: false, out _)!.Dispose();

        Assert.Null(state.TryEnter(One, isFree: false, out var refused));
        Assert.Equal((2L, NextMinute), (refused!.Limit, refused.ResetAt));
        Assert.NotNull(state.TryEnter(Other, isFree: false, out _));
        _time.AdvanceSeconds(52);
        Assert.Null(state.TryEnter(One, isFree: false, out _));
        _time.AdvanceSeconds(1);
        Assert.NotNull(state.TryEnter(One, isFree: false, out _));
    }

    [Fact]
    public void Tokens_AMinute_CountWhenTheyAreUsed()
    {
        var state = new RateLimitState(() => new RateLimits { TokensPerMinute = 100 }, _time);
        var ticket = state.TryEnter(One, isFree: false, out _)!;
        ticket.Use(99);
        Assert.NotNull(state.TryEnter(One, isFree: false, out _));

        ticket.Use(1);

        Assert.Null(state.TryEnter(One, isFree: false, out var refused));
        Assert.Equal(100, refused!.Limit);
        _time.AdvanceSeconds(60);
        ticket.Use(5);
        Assert.NotNull(state.TryEnter(One, isFree: false, out _));
    }

    [Fact]
    public void Concurrency_IsGivenBackOnce()
    {
        var state = new RateLimitState(() => new RateLimits { Concurrency = 2 }, _time);
        var first = state.TryEnter(One, isFree: false, out _)!;
        _ = state.TryEnter(One, isFree: false, out _);
        Assert.Null(state.TryEnter(One, isFree: false, out var refused));
        Assert.Null(refused!.ResetAt);

        first.Dispose();
        first.Dispose();

        Assert.NotNull(state.TryEnter(One, isFree: false, out _));
        Assert.Null(state.TryEnter(One, isFree: false, out _));
    }

    [Fact]
    public async Task Concurrency_OfManyAtOnce_IsNeverPassed()
    {
        var state = new RateLimitState(() => new RateLimits { Concurrency = 5 }, TimeProvider.System);
        var (underWay, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 500).Select(async _ =>
        {
            await Task.Yield();
            using var ticket = state.TryEnter(One, isFree: false, out var _);
            if (ticket is null)
            {
                return;
            }

            most = Math.Max(most, Interlocked.Increment(ref underWay));
            await Task.Yield();
            _ = Interlocked.Decrement(ref underWay);
        }));

        Assert.InRange(most, 1, 5);
        Assert.NotNull(state.TryEnter(One, isFree: false, out _));
    }

    [Fact]
    public void Free_IsCountedForAllKeysTogether_AndPaidOnesAreNot()
    {
        var state = new RateLimitState(() => new RateLimits { FreeRequestsPerMinute = 2, FreeRequestsPerDay = 3 }, _time);
        _ = state.TryEnter(One, isFree: true, out _);
        _ = state.TryEnter(Other, isFree: true, out _);

        Assert.Null(state.TryEnter(One, isFree: true, out var minute));
        Assert.Equal((2L, NextMinute), (minute!.Limit, minute.ResetAt));
        Assert.NotNull(state.TryEnter(One, isFree: false, out _));
        _time.AdvanceSeconds(60);
        Assert.NotNull(state.TryEnter(One, isFree: true, out _));
        Assert.Null(state.TryEnter(One, isFree: true, out var day));
        Assert.Equal((3L, new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero)), (day!.Limit, day.ResetAt));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(state.TryEnter(One, isFree: true, out _));
    }

    [Fact]
    public void ManyNewKeys_InOneMinute_AreNotEachComparedWithAllOthers()
    {
        // A look at all keys for each new one is five thousand million looks; one look a minute is none to speak of.
        var state = new RateLimitState(() => new RateLimits { RequestsPerMinute = 1 }, _time);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var number in Enumerable.Range(0, 100_000))
        {
            state.TryEnter(KeyHash.Of($"key {number}"), isFree: false, out _)!.Dispose();
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void KeysBeyondTheBound_AreForgottenInTheNextMinute_AndThoseThatCallAreNot()
    {
        var state = new RateLimitState(() => new RateLimits { RequestsPerMinute = 1, Concurrency = 1 }, _time);
        var underWay = state.TryEnter(One, isFree: false, out _)!;
        foreach (var number in Enumerable.Range(0, 10_001))
        {
            state.TryEnter(KeyHash.Of($"key {number}"), isFree: false, out _)!.Dispose();
        }

        Assert.Equal(10_002, state.Keys);
        Assert.Null(state.TryEnter(KeyHash.Of("key 0"), isFree: false, out _));
        _time.AdvanceSeconds(60);
        state.TryEnter(Other, isFree: false, out _)!.Dispose();

        Assert.Equal(2, state.Keys);
        Assert.Null(state.TryEnter(One, isFree: false, out var refused));
        Assert.Equal(1, refused!.Limit);
        underWay.Dispose();
        Assert.NotNull(state.TryEnter(One, isFree: false, out _));
    }
}
