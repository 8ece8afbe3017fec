namespace Weir.Tracing.Metrics;

/// <summary>How finely numbers are kept; what is finer is added up from spans.</summary>
public static class MetricsGrain
{
    /// <summary>The shortest pieces of time, in seconds, for which the numbers of a group are kept.</summary>
    public static int FinestSeconds(MetricsGroup group) => group switch
    {
        MetricsGroup.User or MetricsGroup.Key or MetricsGroup.App => 3600,
        MetricsGroup.Session => 86_400,
        _ => 60,
    };
}
