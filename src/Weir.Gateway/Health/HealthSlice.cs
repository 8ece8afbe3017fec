using Weir.Tracing.Metrics;

namespace Weir.Gateway.Health;

/// <summary>What happened at an endpoint in one piece of a window.</summary>
internal sealed class HealthSlice
{
    /// <summary>Which piece of time it is, counted from the beginning; -1: none yet.</summary>
    public long Index { get; private set; } = -1;

    public long Successes { get; set; }

    /// <summary>All that count against uptime.</summary>
    public long Errors { get; set; }

    /// <summary>Those of <see cref="Errors"/> that are no answer at all.</summary>
    public long Outages { get; set; }

    public long ToolAnswers { get; set; }
    public long SoundToolAnswers { get; set; }

    /// <summary>Null until something was measured: an endpoint that nobody asks costs next to nothing.</summary>
    public Sketch? Latency { get; set; }

    public Sketch? Throughput { get; set; }

    public void Restart(long index)
    {
        Index = index;
        Successes = Errors = Outages = ToolAnswers = SoundToolAnswers = 0;
        Latency?.Clear();
        Throughput?.Clear();
    }
}
