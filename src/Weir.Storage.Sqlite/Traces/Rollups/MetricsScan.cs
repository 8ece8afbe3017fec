using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Metrics;

namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>Adds up numbers span by span, those that began last first, a block at a time.</summary>
internal sealed class MetricsScan
{
    private const int BlockSpans = 5000;
    private const long NanosPerSecond = 1_000_000_000;

    // One lower bound at a time: of two SQLite takes the first for the index, and reads from there to the end for every block.
    private const string FromBegin = "s.start_ns >= $from";
    private const string FromEndOfBlock = "(s.start_ns, s.id) >= ($until_start, $until_id)";
    private const string AfterPlace = "s.project = $project AND (s.start_ns, s.id) < ($start, $id)";

    private const string BlockEnd = $"SELECT s.start_ns, s.id FROM spans s WHERE {AfterPlace} AND {FromBegin} ORDER BY s.start_ns DESC, s.id DESC LIMIT 1 OFFSET $skip";
    private const string CountBetween = $"SELECT count(*) FROM spans s WHERE {AfterPlace} AND {FromEndOfBlock}";

    private readonly MetricsQuery _query;
    private readonly ReadConnection _connection;
    private readonly TimeSpan _patience;
    private readonly SpanMatcher _matcher;
    private readonly MetricsSums _sums;

    public MetricsScan(MetricsQuery query, ReadConnection connection, TimeSpan patience)
    {
        _query = query;
        _connection = connection;
        _patience = patience;
        _matcher = new SpanMatcher(query.Filter, [], query.WorkspaceId, connection);
        _sums = new MetricsSums(query, null);
    }

    public MetricsPage Read()
    {
        if (_query.ProjectId is null)
        {
            throw new InvalidOperationException("Numbers that are added up from spans are those of one project.");
        }

        var place = _query.After ?? new MetricsCursor(Nanos(_query.Before), 0);
        var scanned = 0L;
        while (true)
        {
            var end = FindEnd(place);
            if (ReadBlock(place, end) is { } stopped)
            {
                return Page(scanned + Count(place, stopped), stopped);
            }

            if (end is not { } reached)
            {
                return Page(scanned + Count(place, new MetricsCursor(Nanos(_query.From), 0)), null);
            }

            scanned += BlockSpans;
            if (_connection.Elapsed > _patience)
            {
                return Page(scanned, reached);
            }

            place = reached;
        }
    }

    private static long Nanos(long second) => (long)Int128.Clamp((Int128)second * NanosPerSecond, long.MinValue, long.MaxValue);

    private MetricsPage Page(long scanned, MetricsCursor? next) => new(_sums.ToRows(_connection)) { Scanned = scanned, Next = next };

    private MetricsCursor? FindEnd(MetricsCursor place)
    {
        using var row = Bind(_connection.Command(BlockEnd), place).Bind("$skip", BlockSpans - 1L).ExecuteReader();
        return row.Read() ? new MetricsCursor(row.GetInt64(0), row.GetInt64(1)) : null;
    }

    private long Count(MetricsCursor place, MetricsCursor until) => (long)Bind(_connection.Command(CountBetween), place)
        .Bind("$until_start", until.StartUnixNanos)
        .Bind("$until_id", until.SpanId)
        .ExecuteScalar()!;

    private SqliteCommand Bind(SqliteCommand command, MetricsCursor place) => command
        .Bind("$project", _query.ProjectId)
        .Bind("$from", Nanos(_query.From))
        .Bind("$start", place.StartUnixNanos)
        .Bind("$id", place.SpanId);

    // The last span that was looked at when patience ended in the middle of the block.
    private MetricsCursor? ReadBlock(MetricsCursor place, MetricsCursor? end)
    {
        var command = _connection.Command(
            $"{SpanQuerySql.Select} WHERE {AfterPlace} AND p.workspace = $workspace AND {(end is null ? FromBegin : FromEndOfBlock)}{_matcher.Condition} ORDER BY s.start_ns DESC, s.id DESC");
        _ = Bind(command, place).Bind("$workspace", StoredIds.ToBlob(_query.WorkspaceId));
        if (end is { } last)
        {
            _ = command.Bind("$until_start", last.StartUnixNanos).Bind("$until_id", last.SpanId);
        }

        _matcher.BindTo(command);
        var texts = new RowTexts();
        using var row = command.ExecuteReader();
        MetricsCursor? looked = null;
        while (row.Read())
        {
            if (looked is { } stop && _matcher.ReadsRows && _connection.Elapsed > _patience)
            {
                return stop;
            }

            var span = StoredSpanReader.ReadRolled(row, texts);
            looked = new MetricsCursor(span.StartUnixNanos, span.Id);
            if (_matcher.Matches(row))
            {
                Add(span);
            }
        }

        return null;
    }

    private void Add(RollupSpan span)
    {
        var cell = new RollupCell();
        span.AddTo(cell, span.State, 1);
        var group = _query.GroupBy == MetricsGroup.Project ? ProjectNames.Key(span.Project) : span.ValueOf(_query.GroupBy);
        cell.AddTo(_sums.At(span.StartSecond, group));
    }
}
