using System.Collections.Immutable;
using Weir.Tracing.Metrics;

namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>One way in which numbers are kept: by what they are told apart, and in which pieces of time.</summary>
/// <remarks>
/// No cube: each group has series of its own, since the product of users, models and minutes is as many rows as spans. Who is one of
/// many is kept by the hour or day only. A day of minutes would be 1,440 rows to read, so hours are kept beside minutes.
/// </remarks>
/// <param name="Number">In the column <c>series</c>; never used for something else.</param>
internal sealed record RollupSeries(int Number, MetricsGroup Group, int Seconds)
{
    private const int Minute = 60;
    private const int Hour = 3600;
    private const int Day = 86_400;

    public static ImmutableArray<RollupSeries> All { get; } =
    [
        new(1, MetricsGroup.None, Minute),
        new(2, MetricsGroup.None, Hour),
        new(3, MetricsGroup.Model, Minute),
        new(4, MetricsGroup.Model, Hour),
        new(5, MetricsGroup.Provider, Minute),
        new(6, MetricsGroup.Provider, Hour),
        new(7, MetricsGroup.User, Hour),
        new(8, MetricsGroup.User, Day),
        new(9, MetricsGroup.Session, Day),
        new(10, MetricsGroup.Key, Hour),
        new(11, MetricsGroup.Key, Day),
        new(12, MetricsGroup.App, Hour),
        new(13, MetricsGroup.App, Day),
    ];

    /// <summary>Whether its values name people: those go with their spans.</summary>
    public bool IsPersonal => Group is MetricsGroup.User or MetricsGroup.Session;

    /// <summary>The coarsest series whose pieces make up pieces of so many seconds; null when only spans can tell.</summary>
    public static RollupSeries? For(MetricsGroup group, int bucketSeconds)
    {
        var kept = group == MetricsGroup.Project ? MetricsGroup.None : group;
        return All.Where(series => series.Group == kept && bucketSeconds % series.Seconds == 0).MaxBy(series => series.Seconds);
    }
}
