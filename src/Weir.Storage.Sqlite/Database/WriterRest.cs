namespace Weir.Storage.Sqlite.Database;

/// <summary>How long the writer rests, so that a log which grows faster than it is copied into the file does not grow on.</summary>
/// <param name="slowdown">How many times as long as its commits took the writer shall rest; asked now and then, because it looks at a file.</param>
/// <param name="time">The clock of that.</param>
internal sealed class WriterRest(Func<double> slowdown, TimeProvider time)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private long _looked = time.GetTimestamp();
    private double _factor;
    private TimeSpan _owed;

    /// <summary>The rest to take after a commit. What is shorter than a clock can wait is added up over several commits.</summary>
    public TimeSpan After(TimeSpan commit)
    {
        if (time.GetElapsedTime(_looked) >= BetweenLooks)
        {
            _looked = time.GetTimestamp();
            _factor = slowdown();
        }

        _owed = _factor == 0 ? TimeSpan.Zero : _owed + (commit * _factor);
        if (_owed < Shortest)
        {
            return TimeSpan.Zero;
        }

        var rest = _owed < Longest ? _owed : Longest;
        _owed = TimeSpan.Zero;
        return rest;
    }
}
