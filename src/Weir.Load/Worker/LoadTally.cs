using System.Diagnostics;

namespace Weir.Load.Worker;

/// <summary>Counts what the connections of one job had, and says when it is enough.</summary>
/// <remarks>Under one lock: with inline completions there is one thread that waits for all sockets, so nobody waits for it.</remarks>
internal sealed class LoadTally(LoadJob job)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<float> _latency = [];
    private readonly List<float> _firstEvent = [];
    private readonly List<float> _delay = [];
    private readonly List<float> _gap = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _asked;
    private int _open = job.Concurrency;
    private int _errors;
    private long _lost;
    private long _end;
    private string? _firstError;

    public Task Done => _done.Task;

    /// <summary>Whether a connection shall ask once more; it has ended when not.</summary>
    public bool Another()
    {
        lock (_lock)
        {
            var isEnough = job.Requests > 0 ? _asked == job.Requests : Stopwatch.GetElapsedTime(_start).TotalSeconds > job.Seconds;
            if (!isEnough)
            {
                _asked++;
                return true;
            }

            Leave();
            return false;
        }
    }

    public void Answered(StreamTimes times, long ended, bool isStream)
    {
        lock (_lock)
        {
            _end = ended;
            _latency.Add(Microseconds(times.Asked, ended));
            if (!isStream)
            {
                return;
            }

            _firstEvent.Add(Microseconds(times.Asked, times.First));
            _lost += Answers.StreamEvents - times.Events;
        }
    }

    /// <summary>An event of a paced stream came.</summary>
    public void Event(long stamp, long before, long now)
    {
        lock (_lock)
        {
            _delay.Add(Microseconds(stamp, now));
            if (before != 0)
            {
                _gap.Add(Microseconds(before, now));
            }
        }
    }

    public void Failed(string why)
    {
        lock (_lock)
        {
            _errors++;
            _end = Stopwatch.GetTimestamp();
            _firstError ??= why;
        }
    }

    /// <summary>A connection that could not go on ended.</summary>
    public void Left()
    {
        lock (_lock)
        {
            Leave();
        }
    }

    public LoadResult Result()
    {
        lock (_lock)
        {
            return new LoadResult
            {
                Requests = _latency.Count,
                Errors = _errors,
                FirstError = _firstError,
                Seconds = Stopwatch.GetElapsedTime(_start, _end).TotalSeconds,
                Latency = Percentiles.Of(_latency),
                FirstEvent = Percentiles.Of(_firstEvent),
                Delay = Percentiles.Of(_delay),
                Gap = Percentiles.Of(_gap),
                Events = (_firstEvent.Count * (long)Answers.StreamEvents) - _lost,
                LostEvents = _lost,
            };
        }
    }

    private static float Microseconds(long from, long to) => (float)Stopwatch.GetElapsedTime(from, to).TotalMicroseconds;

    private void Leave()
    {
        if (--_open == 0)
        {
            _done.TrySetResult();
        }
    }
}
