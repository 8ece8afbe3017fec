using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Filter;

namespace Weir.Storage.Sqlite.Traces.Search;

/// <summary>All spans that have the words a filter asks for, as the index knows them, when they are few.</summary>
/// <param name="Spans">By number.</param>
/// <param name="Indexed">The last span that the index knows; any span after it may have the words.</param>
internal sealed record WordHits(IReadOnlySet<long> Spans, long Indexed)
{
    // What more spans have than this is soon found by looking at the newest traces.
    private const int MostHits = 20_000;

    private const string Hits = "SELECT rowid FROM texts.words WHERE words MATCH $question LIMIT $limit";
    private const string Unindexed = "SELECT count(*) FROM (SELECT 1 FROM spans WHERE id > $indexed LIMIT $limit)";

    /// <summary>Asks the index; null when there is none, the filter can hold without words, or they are not rare.</summary>
    public static WordHits? Read(SpanFilter? filter, ReadConnection connection)
    {
        if (IndexQuestion.Of(filter, connection) is not { } question)
        {
            return null;
        }

        var indexed = IndexQuestion.ReadPlace(connection);
        if ((long)connection.Command(Unindexed).Bind("$indexed", indexed).Bind("$limit", (long)MostHits).ExecuteScalar()! == MostHits)
        {
            return null;
        }

        var spans = new HashSet<long>();
        using var row = connection.Command(Hits).Bind("$question", question).Bind("$limit", (long)MostHits).ExecuteReader();
        while (row.Read())
        {
            _ = spans.Add(row.GetInt64(0));
        }

        return spans.Count < MostHits ? new WordHits(spans, indexed) : null;
    }

    /// <summary>Whether a span can have the words.</summary>
    public bool MayHold(long span) => span > Indexed || Spans.Contains(span);
}
