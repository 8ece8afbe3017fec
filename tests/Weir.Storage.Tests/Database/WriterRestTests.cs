using Weir.Storage.Sqlite.Database;
using Xunit;

namespace Weir.Storage.Tests.Database;

/// <summary>How long the writer rests between commits when its log is too long.</summary>
public sealed class WriterRestTests
{
    private readonly Clock _clock = new();
    private double _slowdown;
    private int _looks;

    [Fact]
    public void After_AShortLog_IsNoRest()
    {
        var rest = Rest();

        Assert.Equal(TimeSpan.Zero, Commits(rest, 1000, TimeSpan.FromMilliseconds(10)));
    }

    [Fact]
    public void After_LongCommits_RestsAsOftenAsLong()
    {
        _slowdown = 2;
        var rest = Rest();
        _clock.Pass(TimeSpan.FromMilliseconds(50));

        Assert.Equal(TimeSpan.FromMilliseconds(200), rest.After(TimeSpan.FromMilliseconds(100)));
        Assert.Equal(TimeSpan.FromSeconds(1), rest.After(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void After_ManySmallCommits_RestsAsLongAsForOneLargeOne()
    {
        _slowdown = 1;
        var rest = Rest();
        _clock.Pass(TimeSpan.FromMilliseconds(50));

        Assert.Equal(100, Commits(rest, 1000, TimeSpan.FromMilliseconds(0.1)).TotalMilliseconds, 1);
    }

    [Fact]
    public void After_ManySmallCommits_LooksAtTheLogNowAndThen()
    {
        var rest = Rest();

        _ = Commits(rest, 10_000, TimeSpan.FromMilliseconds(0.1));

        Assert.Equal(20, _looks);
    }

    private WriterRest Rest() => new(
        () =>
        {
            _looks++;
            return _slowdown;
        },
        _clock);

    private TimeSpan Commits(WriterRest rest, int count, TimeSpan each)
    {
        var sum = TimeSpan.Zero;
        for (var i = 0; i < count; i++)
        {
            _clock.Pass(each);
            sum += rest.After(each);
        }

        return sum;
    }

    private sealed class Clock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }
}
