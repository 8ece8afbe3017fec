namespace Weir.Gateway.Health;

/// <summary>What happened at an endpoint, over the stretches of time that somebody asks for.</summary>
/// <remarks>At most about 50 KiB: three windows with up to 11, 11 and 25 slices of two sketches, made when something is measured in them. <see cref="EndpointHealthState"/> guards it.</remarks>
internal sealed class HealthHistory
{
    /// <summary>How long an outage is remembered as one of now.</summary>
    public static readonly TimeSpan OutageMemory = TimeSpan.FromSeconds(30);

    /// <summary>What circuits and stability look at.</summary>
    public HealthWindow Recent { get; } = new(OutageMemory, 6, keepsMeasures: false);

    /// <summary>The measures that routing looks at.</summary>
    public HealthWindow Minutes { get; } = new(TimeSpan.FromMinutes(5), 10, keepsMeasures: true);

    public HealthWindow HalfHour { get; } = new(TimeSpan.FromMinutes(30), 10, keepsMeasures: true);

    /// <summary>For tool calls.</summary>
    public HealthWindow Hours { get; } = new(TimeSpan.FromHours(2), 12, keepsMeasures: false);

    public HealthWindow Day { get; } = new(TimeSpan.FromDays(1), 24, keepsMeasures: true);

    public void Count(TimeSpan now, HealthOutcome outcome)
    {
        Recent.Count(now, outcome);
        Minutes.Count(now, outcome);
        HalfHour.Count(now, outcome);
        Day.Count(now, outcome);
    }

    public void AddLatency(TimeSpan now, TimeSpan took)
    {
        Minutes.AddLatency(now, took.TotalSeconds);
        HalfHour.AddLatency(now, took.TotalSeconds);
        Day.AddLatency(now, took.TotalSeconds);
    }

    public void AddThroughput(TimeSpan now, double tokensPerSecond)
    {
        Minutes.AddThroughput(now, tokensPerSecond);
        HalfHour.AddThroughput(now, tokensPerSecond);
        Day.AddThroughput(now, tokensPerSecond);
    }
}
