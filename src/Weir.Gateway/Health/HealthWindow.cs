using Weir.Tracing.Metrics;

namespace Weir.Gateway.Health;

/// <summary>The last stretch of time at an endpoint, in a ring of slices; it covers the stretch and up to one slice more.</summary>
/// <remarks>Not for several threads at once: <see cref="EndpointHealthState"/> guards it.</remarks>
internal sealed class HealthWindow
{
    private readonly TimeSpan _slice;
    private readonly bool _keepsMeasures;
    private readonly HealthSlice[] _ring;

    /// <param name="length">How far back it reaches.</param>
    /// <param name="slices">Into how many pieces it is cut.</param>
    /// <param name="keepsMeasures">Whether it keeps latency and throughput besides counts.</param>
    public HealthWindow(TimeSpan length, int slices, bool keepsMeasures)
    {
        _slice = length / slices;
        _keepsMeasures = keepsMeasures;
        _ring = new HealthSlice[slices + 1];
        for (var index = 0; index < _ring.Length; index++)
        {
            _ring[index] = new HealthSlice();
        }
    }

    public void Count(TimeSpan now, HealthOutcome outcome)
    {
        var slice = Current(now);
        switch (outcome)
        {
            case HealthOutcome.Success:
                slice.Successes++;
                break;
            case HealthOutcome.Outage:
                slice.Errors++;
                slice.Outages++;
                break;
            case HealthOutcome.Fault:
                slice.Errors++;
                break;
            default:
                break;
        }
    }

    public void AddLatency(TimeSpan now, double seconds)
    {
        if (_keepsMeasures)
        {
            (Current(now).Latency ??= new Sketch()).Add(seconds);
        }
    }

    public void AddThroughput(TimeSpan now, double tokensPerSecond)
    {
        if (_keepsMeasures)
        {
            (Current(now).Throughput ??= new Sketch()).Add(tokensPerSecond);
        }
    }

    public void AddToolAnswer(TimeSpan now, bool isSound)
    {
        var slice = Current(now);
        slice.ToolAnswers++;
        slice.SoundToolAnswers += isSound ? 1 : 0;
    }

    public HealthSums Sum(TimeSpan now)
    {
        var sums = new HealthSums();
        foreach (var slice in _ring)
        {
            sums = IsLive(slice, now) ? sums.Plus(slice) : sums;
        }

        return sums;
    }

    /// <summary>Percentiles of the time to the first token, in seconds; null when nothing was measured.</summary>
    public Percentiles? Latency(TimeSpan now) => Merge(now, slice => slice.Latency) is { } all
        ? new Percentiles(all.Quantile(0.5), all.Quantile(0.75), all.Quantile(0.9), all.Quantile(0.99))
        : null;

    /// <summary>Percentiles of output tokens a second, falling; null when nothing was measured.</summary>
    public Percentiles? Throughput(TimeSpan now) => Merge(now, slice => slice.Throughput) is { } all
        ? new Percentiles(all.Quantile(0.5), all.Quantile(0.25), all.Quantile(0.1), all.Quantile(0.01))
        : null;

    private Sketch? Merge(TimeSpan now, Func<HealthSlice, Sketch?> measure)
    {
        Sketch? all = null;
        foreach (var slice in _ring)
        {
            if (IsLive(slice, now) && measure(slice) is { Count: > 0 } part)
            {
                (all ??= new Sketch()).Add(part);
            }
        }

        return all;
    }

    private bool IsLive(HealthSlice slice, TimeSpan now) => slice.Index > (now.Ticks / _slice.Ticks) - _ring.Length;

    private HealthSlice Current(TimeSpan now)
    {
        var index = now.Ticks / _slice.Ticks;
        var slice = _ring[index % _ring.Length];
        if (slice.Index != index)
        {
            slice.Restart(index);
        }

        return slice;
    }
}
