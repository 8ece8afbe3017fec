using System.Collections.Frozen;
using System.Globalization;
using Weir.Tracing.Metrics;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Reads the parameters of <c>GET /api/weir/metrics</c> into a query.</summary>
internal static class MetricsQueryText
{
    private const int MostGroups = 100;
    private const int UsualGroups = 20;
    private const int Hour = 3600;
    private const int Day = 86_400;
    private const int UsualRange = 7 * Day;
    private const long NanosPerSecond = 1_000_000_000;

    // Points of one answer: pieces of time times groups, each with a sketch of half a kibibyte while they are added up.
    private const long MostPoints = 20_000;

    private static readonly FrozenDictionary<string, int> Buckets = new Dictionary<string, int>
    {
        ["minute"] = 60,
        ["5m"] = 300,
        ["15m"] = 900,
        ["hour"] = Hour,
        ["6h"] = 6 * Hour,
        ["day"] = Day,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, MetricsGroup> Groups = new Dictionary<string, MetricsGroup>
    {
        ["model"] = MetricsGroup.Model,
        ["provider"] = MetricsGroup.Provider,
        ["user"] = MetricsGroup.User,
        ["session"] = MetricsGroup.Session,
        ["key"] = MetricsGroup.Key,
        ["app"] = MetricsGroup.App,
        ["project"] = MetricsGroup.Project,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The query, of all projects; <see cref="QueryText.Problem"/> says when it is not to be used.</summary>
    public static MetricsQuery Read(QueryText text, Guid workspaceId, DateTimeOffset now)
    {
        var bucket = Choice(text, "bucket", Buckets) ?? Hour;
        var group = Choice(text, "group_by", Groups) ?? MetricsGroup.None;
        var end = text.Time("to") is { } to ? Floor(to, NanosPerSecond) : now.ToUnixTimeSeconds();
        var before = Floor(end, bucket) * bucket < end ? (Floor(end, bucket) + 1) * bucket : end;
        var from = Floor(text.Time("from") is { } start ? Floor(start, NanosPerSecond) : end - UsualRange, bucket) * bucket;
        var query = new MetricsQuery
        {
            WorkspaceId = workspaceId,
            From = from,
            Before = before,
            BucketSeconds = bucket,
            GroupBy = group,
            Groups = ReadGroups(text),
            Filter = FilterText.Read(text),
            After = ReadCursor(text),
        };
        Check(text, query);
        return query;
    }

    private static void Check(QueryText text, MetricsQuery query)
    {
        if (query.Before <= query.From)
        {
            text.Refuse("to is not after from");
        }

        var points = (query.Before - query.From) / query.BucketSeconds * (query.GroupBy == MetricsGroup.None ? 1 : query.Groups + 1L);
        if (points > MostPoints)
        {
            text.Refuse($"this may be {points.ToString("N0", CultureInfo.InvariantCulture)} points, and one answer has at most {MostPoints:N0}; ask for a larger bucket, fewer groups or a shorter time");
        }

        if (text.One("project") is null && (query.Filter is not null || query.BucketSeconds % MetricsGrain.FinestSeconds(query.GroupBy) != 0))
        {
            text.Refuse(query.Filter is not null ? "a filter needs a project" : "so short a bucket is added up from spans, and needs a project");
        }
    }

    private static T? Choice<T>(QueryText text, string name, FrozenDictionary<string, T> known)
        where T : struct
    {
        if (text.One(name) is not { } given)
        {
            return null;
        }

        if (known.TryGetValue(given, out var value))
        {
            return value;
        }

        text.Refuse($"{name} '{given}' is not one of {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}");
        return null;
    }

    private static int ReadGroups(QueryText text)
    {
        if (text.One("groups") is not { } given)
        {
            return UsualGroups;
        }

        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var groups) && groups is > 0 and <= MostGroups)
        {
            return groups;
        }

        text.Refuse($"groups '{given}' is not a whole number from 1 to {MostGroups}");
        return 1;
    }

    private static MetricsCursor? ReadCursor(QueryText text)
    {
        if (text.One("cursor") is not { } given)
        {
            return null;
        }

        if (GlobalId.TryRead(given, GlobalId.MetricsCursor) is { } place && MetricsCursor.TryParse(place, out var cursor))
        {
            return cursor;
        }

        text.Refuse("cursor is not one that these numbers gave out");
        return null;
    }

    private static long Floor(long value, long unit) => value / unit - (value % unit < 0 ? 1 : 0);
}
