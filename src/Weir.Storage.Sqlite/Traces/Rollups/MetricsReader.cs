using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Filter;
using Weir.Tracing.Metrics;

namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>Adds up numbers: kept ones where they can answer, else those of spans.</summary>
internal static class MetricsReader
{
    private const string Scope =
        """
        FROM rollups r WHERE r.project IN (SELECT id FROM projects WHERE workspace = $workspace AND ($project IS NULL OR id = $project))
        AND r.series = $series AND r.start >= $from AND r.start < $before AND ($value IS NULL OR r.value = $value)
        """;

    // Not sum, which fails where it overflows: this is for the order only.
    private const string Largest =
        $"SELECT r.value {Scope} GROUP BY r.value ORDER BY total(r.cost_nanos) DESC, total(r.calls) DESC, total(r.spans) DESC, r.value LIMIT $limit";

    private const string Rows =
        $"""
        SELECT r.start, r.value, r.project, r.spans, r.errors, r.calls, r.prompt_tokens, r.completion_tokens, r.total_tokens, r.cache_read_tokens, r.cost_nanos, r.latency
        {Scope} AND ($groups IS NULL OR r.value IN (SELECT value FROM json_each($groups)))
        """;

    public static MetricsPage Read(MetricsQuery query, ReadConnection connection, TimeSpan patience)
    {
        var page = SeriesFor(query) is { } kept ? ReadKept(query, kept.Series, kept.Value, connection) : new MetricsScan(query, connection, patience).Read();
        return page with { Pending = (long)connection.Command(RollupPlan.PendingSql).ExecuteScalar()! };
    }

    // A filter on one of the groups, and nothing else, is one value of that group's series.
    private static (RollupSeries Series, string? Value)? SeriesFor(MetricsQuery query)
    {
        if (query.Filter is null)
        {
            return RollupSeries.For(query.GroupBy, query.BucketSeconds) is { } series ? (series, null) : null;
        }

        return query.Filter.Root is ComparisonNode { Operator: CompareOperator.Equal, Left: FieldTerm { Field: var field }, Right: LiteralTerm { Value: { Kind: FilterValueKind.Text, Text: { Length: > 0 } text } } }
            && GroupOf(field) is { } group && (query.GroupBy == group || query.GroupBy is MetricsGroup.None or MetricsGroup.Project)
            && RollupSeries.For(group, query.BucketSeconds) is { } ofGroup
            ? (ofGroup, text)
            : null;
    }

    private static MetricsGroup? GroupOf(SpanField field) => field switch
    {
        SpanField.Model => MetricsGroup.Model,
        SpanField.Provider => MetricsGroup.Provider,
        SpanField.UserId => MetricsGroup.User,
        SpanField.SessionId => MetricsGroup.Session,
        _ => null,
    };

    private static MetricsPage ReadKept(MetricsQuery query, RollupSeries series, string? value, ReadConnection connection)
    {
        var groups = Groups(query, series, value, connection);
        var sums = new MetricsSums(query, groups);
        AddRows(sums, query, series, value, groups, connection);
        if (groups?.Count == query.Groups && value is null)
        {
            // Every series is of the same spans: the rest is what all of them have and the largest groups have not. Thousands of users need not be added up for it.
            var all = new MetricsSums(query with { GroupBy = MetricsGroup.None }, null);
            AddRows(all, query, RollupSeries.For(MetricsGroup.None, query.BucketSeconds)!, null, null, connection);
            sums.AddRest(all);
        }

        return new MetricsPage(sums.ToRows(connection));
    }

    private static void AddRows(MetricsSums sums, MetricsQuery query, RollupSeries series, string? value, IEnumerable<string>? groups, ReadConnection connection)
    {
        using var row = Bind(connection.Command(Rows), query, series, value).Bind("$groups", groups is null ? null : StoredIds.ToJson(groups)).ExecuteReader();
        while (row.Read())
        {
            RollupChanges.AddRow(row, 3, sums.At(row.GetInt64(0), query.GroupBy == MetricsGroup.Project ? ProjectNames.Key(row.GetInt64(2)) : row.GetString(1)));
        }
    }

    private static List<string>? Groups(MetricsQuery query, RollupSeries series, string? value, ReadConnection connection)
    {
        if (query.GroupBy is MetricsGroup.None or MetricsGroup.Project)
        {
            return null;
        }

        var groups = new List<string>();
        using var row = Bind(connection.Command(Largest), query, series, value).Bind("$limit", (long)query.Groups).ExecuteReader();
        while (row.Read())
        {
            groups.Add(row.GetString(0));
        }

        return groups;
    }

    private static SqliteCommand Bind(SqliteCommand command, MetricsQuery query, RollupSeries series, string? value) => command
        .Bind("$workspace", StoredIds.ToBlob(query.WorkspaceId))
        .Bind("$project", query.ProjectId)
        .Bind("$series", (long)series.Number)
        .Bind("$from", query.From)
        .Bind("$before", query.Before)
        .Bind("$value", value);
}
