using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Looks through the spans of a project for those that a filter lets through, newest received first, a block at a time.</summary>
/// <remarks>
/// A statement that finds nothing gives nothing back until it is through. So the index says first where a block of
/// <see cref="BlockSpans"/> ends, and each statement reads one block: after each there is a place to go on from, and a count.
/// </remarks>
internal sealed class SpanSearch
{
    private const int BlockSpans = 5000;

    private const string AfterPlace = "FROM spans s WHERE s.project = $project AND (s.received_ns, s.id) < ($received, $id)";
    private const string InOrder = "ORDER BY s.received_ns DESC, s.id DESC LIMIT 1 OFFSET $skip";

    private readonly SpanQuery _query;
    private readonly ReadConnection _connection;
    private readonly TimeSpan _patience;
    private readonly SpanMatcher _matcher;
    private readonly NarrowIndex? _index;
    private readonly string _blockEnd;
    private readonly string _countBetween;
    private readonly ImmutableArray<StoredSpan>.Builder _found = ImmutableArray.CreateBuilder<StoredSpan>();
    private long _scanned;
    private long _read;
    private long _size;

    public SpanSearch(SpanQuery query, ReadConnection connection, TimeSpan patience)
    {
        _query = FilterIds.Narrow(query);
        _connection = connection;
        _patience = patience;
        _index = IsById ? null : NarrowIndex.Of(query.Filter);
        var inIndex = _index is null ? "" : $" AND {_index.Condition}";
        _blockEnd = Lead($"SELECT s.received_ns, s.id {AfterPlace}{inIndex} {InOrder}");
        _countBetween = Lead($"SELECT count(*) {AfterPlace}{inIndex} AND (s.received_ns, s.id) >= ($until_received, $until_id)");
        _matcher = new SpanMatcher(query.Filter, query.Attributes, query.WorkspaceId, connection);
    }

    // Ids lead to few spans wherever they lie: going through the project for them would be the longer way.
    public bool IsById => !_query.TraceIds.IsEmpty || !_query.SpanIds.IsEmpty || !_query.SessionIds.IsEmpty;

    public SpanPage Read() => IsById ? ReadById() : ReadAll();

    private SpanPage ReadById()
    {
        var stopped = ReadBlock(_query.After ?? new SpanCursor(long.MaxValue, long.MaxValue), null);
        _scanned = _read;
        return Page(stopped);
    }

    private SpanPage ReadAll()
    {
        var place = _query.After ?? new SpanCursor(long.MaxValue, long.MaxValue);
        while (true)
        {
            var end = FindEnd(place);
            if (ReadBlock(place, end) is { } stopped)
            {
                _scanned += Count(place, stopped);
                return Page(stopped);
            }

            if (end is not { } reached)
            {
                _scanned += Count(place, new SpanCursor(long.MinValue, 0));
                return Page(null);
            }

            _scanned += BlockSpans;
            if (_connection.Elapsed > _patience)
            {
                return Page(reached);
            }

            place = reached;
        }
    }

    private SpanPage Page(SpanCursor? next) => new(_found.ToImmutable(), next) { Scanned = _scanned };

    // The last span of the block that begins after a place; null when there are fewer spans than a block has.
    private SpanCursor? FindEnd(SpanCursor place)
    {
        using var row = Bind(_connection.Command(_blockEnd), place).Bind("$skip", BlockSpans - 1L).ExecuteReader();
        return row.Read() ? new SpanCursor(row.GetInt64(0), row.GetInt64(1)) : null;
    }

    private long Count(SpanCursor place, SpanCursor until) =>
        (long)Bind(_connection.Command(_countBetween), place).Bind("$until_received", until.ReceivedUnixNanos).Bind("$until_id", until.SpanId).ExecuteScalar()!;

    private string Lead(string sql) => _index is null ? sql : _index.Lead(sql);

    private SqliteCommand Bind(SqliteCommand command, SpanCursor place)
    {
        _ = command.Bind("$project", _query.ProjectId).Bind("$received", place.ReceivedUnixNanos).Bind("$id", place.SpanId);
        return _index is null ? command : _index.BindTo(command);
    }

    // Reads the block; the last span that was looked at, when the page ended before the block did.
    private SpanCursor? ReadBlock(SpanCursor place, SpanCursor? end)
    {
        var last = place;
        using var row = SpanQuerySql.Build(_query with { After = place }, end, _matcher, _index, _connection).ExecuteReader();
        while (row.Read())
        {
            if (_found.Count == _query.Limit || SpanPageReader.IsFull(_size) || (last != place && _connection.Elapsed > _patience))
            {
                return last;
            }

            last = StoredSpanReader.ReadCursor(row);
            _read++;
            if (_matcher.Matches(row))
            {
                _found.Add(StoredSpanReader.Read(row, _query.WorkspaceId, _matcher.PayloadOf(row)));
                _size += _found[^1].Row.SizeBytes;
            }
        }

        return null;
    }
}
