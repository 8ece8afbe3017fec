using Weir.Gateway.Dispatch;
using Weir.Gateway.ResponseCache;
using Weir.Gateway.Routing;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.ResponseCache;

/// <summary>The answers that are kept, and how much memory they take.</summary>
public sealed class ResponseCacheStateTests
{
    private const int Room = 10_000;

    private static readonly Candidate Acme = Candidate();

    private readonly FakeTime _time = new();
    private readonly ResponseCacheState _cache;

    public ResponseCacheStateTests() => _cache = new ResponseCacheState(Room, _time);

    [Fact]
    public void Keep_NeverTakesMoreThanItsRoom()
    {
        var random = new Random(3);
        for (var round = 0; round < 2_000; round++)
        {
            _cache.Keep(Key(random.Next(50)), Answer(random.Next(3_000), random.Next(1, 100)));
            _time.Advance(TimeSpan.FromMilliseconds(random.Next(500)));

            Assert.InRange(_cache.Bytes, 0, Room);
        }

        Enumerable.Range(0, 50).ToList().ForEach(index => _cache.Clear(Key(index)));
        Assert.Equal(0, _cache.Bytes);
    }

    [Fact]
    public void Keep_WithoutRoom_DropsWhatWasNotAskedForTheLongest()
    {
        _cache.Keep(Key(1), Answer(2_500));
        _cache.Keep(Key(2), Answer(2_500));
        _cache.Keep(Key(3), Answer(2_500));
        Assert.NotNull(_cache.Find(Key(1)));

        _cache.Keep(Key(4), Answer(2_500));

        Assert.Equal((true, false, true, true), (Has(1), Has(2), Has(3), Has(4)));
    }

    [Fact]
    public void Keep_WithoutRoom_DropsWhatHasExpiredFirst()
    {
        _cache.Keep(Key(1), Answer(2_500, seconds: 60));
        _cache.Keep(Key(2), Answer(2_500, seconds: 10));
        _cache.Keep(Key(3), Answer(2_500, seconds: 60));
        _time.Advance(TimeSpan.FromSeconds(10));

        _cache.Keep(Key(4), Answer(2_500, seconds: 60));

        Assert.Equal((true, false, true, true), (Has(1), Has(2), Has(3), Has(4)));
    }

    [Fact]
    public void Find_AfterItsTime_FindsNothingAndFreesTheMemory()
    {
        _cache.Keep(Key(1), Answer(100, seconds: 5));
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.True(Has(1));

        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.False(Has(1));
        Assert.Equal(0, _cache.Bytes);
    }

    [Fact]
    public void Keep_LargerThanAnyMayBe_IsLeftOut()
    {
        var roomy = new ResponseCacheState(long.MaxValue, _time);

        roomy.Keep(Key(1), Answer(ResponseCacheState.LargestAnswer));
        roomy.Keep(Key(2), Answer(ResponseCacheState.LargestAnswer + 1));
        _cache.Keep(Key(3), Answer(Room));

        Assert.NotNull(roomy.Find(Key(1)));
        Assert.Null(roomy.Find(Key(2)));
        Assert.False(Has(3));
    }

    [Fact]
    public async Task Recorded_TooLarge_PassesAndIsNotCopied()
    {
        var half = new byte[(ResponseCacheState.LargestAnswer / 2) + 1];
        var recorded = new RecordedAnswer(new SomeEvents(half, half), Key(1), TimeSpan.FromSeconds(1));

        Assert.NotNull((await recorded.NextAsync()).Event);
        Assert.Equal(half.Length, recorded.Bytes?.Length);
        Assert.Equal(half.Length, (await recorded.NextAsync()).Event?.Json.Length);
        Assert.Null(recorded.Bytes);
        Assert.Null((await recorded.NextAsync()).Event);
    }

    private static CacheKey Key(int number) => CacheKey.Of(KeyHash.Of("sk-or-v1-test"), "acme/small", "chat", false, Utf8($"{number}"));

    private bool Has(int number) => _cache.Find(Key(number)) is not null;

    private KeptAnswer Answer(int bytes, int seconds = 60) => new()
    {
        SourceId = new GenerationId("gen-1"),
        Candidate = Acme,
        Bytes = new byte[bytes],
        Ends = [bytes],
        KeptAt = _time.GetUtcNow(),
        ExpiresAt = _time.GetUtcNow() + TimeSpan.FromSeconds(seconds),
    };

    private sealed class SomeEvents(params byte[][] events) : ILiveAnswer
    {
        private int _next;

        public Candidate Candidate => Acme;

        public ValueTask<AnswerStep> NextAsync() =>
            ValueTask.FromResult(_next < events.Length ? AnswerStep.Next(new StreamEvent(StreamEventKind.Chunk, events[_next++])) : AnswerStep.End);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
