using System.Collections.Immutable;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Storage.Sqlite.Traces.Search;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads one page of spans, newest received first.</summary>
internal static class SpanPageReader
{
    private const long LargestPageBytes = 64L << 20;

    /// <summary>Reads a page. It ends early, with a cursor to go on from, when it holds <see cref="LargestPageBytes"/>; a search does after its patience.</summary>
    public static SpanPage Read(SpanQuery query, ReadConnection connection, TimeSpan patience)
    {
        if (query.Filter is not null || !query.Attributes.IsEmpty)
        {
            var search = new SpanSearch(query, connection, patience);
            return !search.IsById && IndexQuestion.Of(query.Filter, connection) is { } question
                ? new WordSearch(query, question, connection, patience).Read()
                : search.Read();
        }

        var spans = ImmutableArray.CreateBuilder<StoredSpan>();
        SpanCursor? last = null;
        var size = 0L;
        var payloads = new PayloadReader(connection);
        using var row = SpanQuerySql.Build(query, connection).ExecuteReader();
        while (row.Read())
        {
            if (spans.Count == query.Limit || size > LargestPageBytes)
            {
                return new SpanPage(spans.ToImmutable(), last);
            }

            spans.Add(StoredSpanReader.Read(row, query.WorkspaceId, payloads.Read(row.GetInt64(0))));
            size += spans[^1].Row.SizeBytes;
            last = StoredSpanReader.ReadCursor(row);
        }

        return new SpanPage(spans.ToImmutable(), null);
    }

    /// <summary>Whether a page of so many bytes is as large as one may be.</summary>
    public static bool IsFull(long bytes) => bytes > LargestPageBytes;
}
