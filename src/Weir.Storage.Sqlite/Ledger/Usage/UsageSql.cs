using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Activity;

namespace Weir.Storage.Sqlite.Ledger.Usage;

/// <summary>Makes the statements of one <see cref="UsageQuery"/>.</summary>
/// <remarks>
/// What lies in whole hours comes from the sums by hour, and from generations that are not in them yet; the rest of the first and the last hour comes from
/// generations. All of it is one statement, which sees one moment of the database: nothing is counted twice or missed while sums are being added.
/// </remarks>
internal sealed class UsageSql
{
    private readonly UsageQuery _query;
    private readonly long _from;
    private readonly long _until;
    private readonly long _firstHour;
    private readonly long _lastHour;
    private readonly List<string> _values = [];

    public UsageSql(UsageQuery query)
    {
        _query = query;
        _from = SqliteValues.Micros(query.From);
        _until = SqliteValues.Micros(query.Until);
        _firstHour = (_from + UsageColumns.HourMicros - 1) / UsageColumns.HourMicros;
        _lastHour = _until / UsageColumns.HourMicros;
    }

    private bool ReadsHours => _firstHour < _lastHour
        && _query.Granularity != UsageGranularity.Minute
        && !_query.By.Any(UsageDimensions.IsFine)
        && !_query.Filters.Any(filter => UsageDimensions.IsFine(filter.Dimension));

    private string Names => string.Concat(_query.By.Select((_, index) => $", d{index}"));

    /// <summary>Windows, values of dimensions and sums, in the query's order.</summary>
    public string Sums()
    {
        _values.Clear();
        var ofHours = string.Concat(UsageColumns.Sums.Select(sum => $", SUM(h.{sum.Name}) AS {sum.Name}"));
        var ofGenerations = string.Concat(UsageColumns.Sums.Select(sum => $", SUM({sum.OfGeneration}) AS {sum.Name}"));
        var arms = Arms(ofHours, "usage_hours", "", ofGenerations, "");
        return $"""
            SELECT at{Names}{string.Concat(UsageColumns.Sums.Select(sum => $", SUM({sum.Name}) AS {sum.Name}"))}
            FROM ({string.Join("\nUNION ALL ", arms)})
            GROUP BY at{Names} ORDER BY {OrderText()} LIMIT $limit
            """;
    }

    /// <summary>The same windows and values, with how many of each time fell into each bucket.</summary>
    public string Times()
    {
        _values.Clear();
        var arms = _query.Times.SelectMany(time =>
        {
            var kind = ((int)time).ToString(CultureInfo.InvariantCulture);
            return Arms(
                $", {kind} AS kind, h.bucket AS bucket, SUM(h.n) AS n", "usage_times", $" AND h.kind = {kind}",
                $", {kind} AS kind, {UsageColumns.Bucket(time)} AS bucket, COUNT(*) AS n", $" AND {UsageColumns.Has(time)}",
                ", kind, bucket");
        });
        return $"SELECT at{Names}, kind, bucket, SUM(n) AS n FROM ({string.Join("\nUNION ALL ", arms)}) GROUP BY at{Names}, kind, bucket";
    }

    /// <summary>Sets the parameters of the statement that was made last.</summary>
    public SqliteCommand Bind(SqliteCommand command)
    {
        _ = command.With("$from", _from).With("$until", _until).With("$limit", _query.Limit);
        _ = command.With("$first_hour", _firstHour).With("$last_hour", _lastHour);
        _ = command.With("$first", _firstHour * UsageColumns.HourMicros).With("$last", _lastHour * UsageColumns.HourMicros);
        for (var index = 0; index < _values.Count; index++)
        {
            _ = command.With($"$v{index}", _values[index]);
        }

        return command;
    }

    private IEnumerable<string> Arms(string ofHours, string table, string moreOfHours, string ofGenerations, string moreOfGenerations, string more = "")
    {
        var group = $"GROUP BY at{Names}{more}";
        var head = $"SELECT {UsageColumns.Window(_query.Granularity, "g.created_at")} AS at{Select(UsageColumns.OfGeneration)}{ofGenerations} FROM generations g";
        var tail = $"{Where(UsageColumns.OfGeneration)}{moreOfGenerations} {group}";
        if (!ReadsHours)
        {
            yield return $"{head} WHERE g.created_at >= $from AND g.created_at < $until{tail}";
            yield break;
        }

        yield return $"""
            SELECT {UsageColumns.Window(_query.Granularity, "(h.hour * 3600000000)")} AS at{Select(UsageColumns.OfCell)}{ofHours}
            FROM {table} h CROSS JOIN usage_cells c ON c.id = h.cell_id
            WHERE h.hour >= $first_hour AND h.hour < $last_hour{moreOfHours}{Where(UsageColumns.OfCell)} {group}
            """;

        // The plus keeps the index by time out of it: those not yet added are few, and the last by id.
        yield return $"{head} WHERE g.id > (SELECT rolled_up_to FROM usage_progress) AND +g.created_at >= $first AND +g.created_at < $last{tail}";
        yield return $"{head} WHERE g.created_at >= $from AND g.created_at < $first{tail}";
        yield return $"{head} WHERE g.created_at >= $last AND g.created_at < $until{tail}";
    }

    private string Select(Func<UsageDimension, string> column) => string.Concat(_query.By.Select((dimension, index) => $", {column(dimension)} AS d{index}"));

    private string Where(Func<UsageDimension, string> column) =>
        string.Concat(_query.Filters.Select(filter => $" AND {Condition(filter, column(filter.Dimension))}"));

    private string Condition(UsageFilter filter, string column)
    {
        var compared = filter.Dimension == UsageDimension.App ? $"CAST({column} AS TEXT)" : column;
        var condition = filter.Operator switch
        {
            UsageOperator.In => $"{compared} IN ({Parameters(filter.Values)})",
            UsageOperator.NotIn => $"{compared} NOT IN ({Parameters(filter.Values)})",
            _ => $"{compared} {Sign(filter.Operator)} {Parameters(filter.Values)}",
        };
        return filter.IncludeUnset ? $"({condition} OR {column} IS NULL)" : $"({condition} AND {column} IS NOT NULL)";
    }

    private static string Sign(UsageOperator comparison) => comparison switch
    {
        UsageOperator.Equal => "=",
        UsageOperator.NotEqual => "<>",
        UsageOperator.Greater => ">",
        UsageOperator.GreaterOrEqual => ">=",
        UsageOperator.Less => "<",
        _ => "<=",
    };

    // Values never become text of a statement.
    private string Parameters(ImmutableArray<string> values) => string.Join(", ", values.Select(value =>
    {
        var known = _values.IndexOf(value);
        if (known < 0)
        {
            known = _values.Count;
            _values.Add(value);
        }

        return $"$v{known}";
    }));

    private string OrderText()
    {
        var first = _query.Order.By switch
        {
            UsageMeasure.FirstDimension => "d0",
            UsageMeasure.SecondDimension => "d1",
            UsageMeasure.Requests => "SUM(requests)",
            UsageMeasure.Errors => "SUM(errors)",
            UsageMeasure.Cancelled => "SUM(cancelled)",
            UsageMeasure.PromptTokens => "SUM(prompt)",
            UsageMeasure.CompletionTokens => "SUM(completion)",
            UsageMeasure.Tokens => "SUM(prompt) + SUM(completion)",
            UsageMeasure.ReasoningTokens => "SUM(reasoning)",
            UsageMeasure.CachedTokens => "SUM(cached)",
            UsageMeasure.Charged => "SUM(nanos)",
            UsageMeasure.Upstream => "SUM(nanos) + SUM(cache_nanos) - SUM(web_nanos)",
            UsageMeasure.Cache => "-SUM(cache_nanos)",
            UsageMeasure.Web => "SUM(web_nanos)",
            _ => "at",
        };
        return $"{first}{(_query.Order.Descending ? " DESC" : "")}, at{Names}";
    }
}
