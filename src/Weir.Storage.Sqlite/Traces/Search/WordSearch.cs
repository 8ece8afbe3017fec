using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces.Search;

/// <summary>Finds the spans of a project that have words, in the reverse order of their storing, by the index of words.</summary>
/// <remarks>
/// Spans that came after the index was last written are looked through one by one, if they are few; else they are left out and the
/// page says how many. Every span that the index names is asked again: an index that is wrong makes a search slower, never wrong.
/// </remarks>
internal sealed class WordSearch(SpanQuery query, string question, ReadConnection connection, TimeSpan patience)
{
    private const int HitsAtOnce = 200;

    // Some tens of milliseconds.
    private const int MostUnindexed = 2000;

    private const string Hits = "SELECT rowid FROM texts.words WHERE words MATCH $question AND rowid < $place ORDER BY rowid DESC LIMIT $limit";

    private readonly SpanMatcher _matcher = new(query.Filter, query.Attributes, query.WorkspaceId, connection);
    private readonly ImmutableArray<StoredSpan>.Builder _found = ImmutableArray.CreateBuilder<StoredSpan>();
    private long? _looked;
    private long _scanned;
    private long _size;

    public SpanPage Read()
    {
        var indexed = IndexQuestion.ReadPlace(connection);
        var before = query.After?.SpanId ?? long.MaxValue;
        var pending = CountAfter(indexed, before);
        if (pending is > 0 and <= MostUnindexed)
        {
            if (ReadRows("s.id > $indexed AND s.id < $place", command => command.Bind("$indexed", indexed).Bind("$place", before)) is { } stopped)
            {
                _scanned = CountAfter(stopped - 1, before);
                return Page(stopped, 0);
            }

            _scanned = pending;
        }

        var place = Math.Min(before, indexed + 1);
        while (true)
        {
            var hits = ReadHits(place);
            if (hits.Count > 0 && ReadRows("s.id IN (SELECT value FROM json_each($ids))", command => command.Bind("$ids", StoredIds.ToJson(hits))) is { } full)
            {
                _scanned += hits.Count(hit => hit >= full);
                return Page(full, Left(pending));
            }

            _scanned += hits.Count;
            if (hits.Count < HitsAtOnce)
            {
                return Page(null, Left(pending));
            }

            place = hits[^1];
            if (connection.Elapsed > patience)
            {
                return Page(place, Left(pending));
            }
        }
    }

    private static long Left(long pending) => pending > MostUnindexed ? pending : 0;

    private SpanPage Page(long? next, long unindexed) =>
        new(_found.ToImmutable(), next is { } place ? new SpanCursor(0, place) : null) { Scanned = _scanned, Unindexed = unindexed };

    // Without those before the page: they were told of already.
    private long CountAfter(long indexed, long before) =>
        (long)connection.Command("SELECT count(*) FROM (SELECT 1 FROM spans WHERE id > $indexed AND id < $place)").Bind("$indexed", indexed).Bind("$place", before).ExecuteScalar()!;

    private List<long> ReadHits(long place)
    {
        var hits = new List<long>(HitsAtOnce);
        using var row = connection.Command(Hits).Bind("$question", question).Bind("$place", place).Bind("$limit", (long)HitsAtOnce).ExecuteReader();
        while (row.Read())
        {
            hits.Add(row.GetInt64(0));
        }

        return hits;
    }

    // The last span that was looked at, when the page ended before the rows did.
    private long? ReadRows(string condition, Func<SqliteCommand, SqliteCommand> bind)
    {
        var sql = $"{SpanQuerySql.Select} WHERE {condition} AND +s.project = $project AND p.workspace = $workspace{_matcher.Condition} ORDER BY s.id DESC";
        var command = bind(connection.Command(sql)).Bind("$project", query.ProjectId).Bind("$workspace", StoredIds.ToBlob(query.WorkspaceId));
        _matcher.BindTo(command);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            if (_looked is not null && (_found.Count == query.Limit || SpanPageReader.IsFull(_size) || connection.Elapsed > patience))
            {
                return _looked;
            }

            _looked = row.GetInt64(0);
            if (_matcher.Matches(row))
            {
                _found.Add(StoredSpanReader.Read(row, query.WorkspaceId, _matcher.PayloadOf(row)));
                _size += _found[^1].Row.SizeBytes;
            }
        }

        return null;
    }
}
