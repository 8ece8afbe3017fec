using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads one page of spans, comparing attributes where the query asks for it.</summary>
internal static class SpanPageReader
{
    /// <summary>Reads a page. A search through attributes stops after <paramref name="patience"/> with what it has, and a cursor to go on from.</summary>
    public static SpanPage Read(SpanQuery query, ReadConnection connection, TimeSpan patience)
    {
        var spans = ImmutableArray.CreateBuilder<StoredSpan>();
        SpanCursor? last = null;
        using var row = SpanQuerySql.Build(query, connection).ExecuteReader();
        while (row.Read())
        {
            if (spans.Count == query.Limit)
            {
                return new SpanPage(spans.ToImmutable(), last);
            }

            var here = StoredSpanReader.ReadCursor(row);
            if (ReadIfMatching(query, row) is { } span)
            {
                spans.Add(span);
            }

            last = here;
            if (!query.Attributes.IsEmpty && connection.Elapsed > patience)
            {
                return new SpanPage(spans.ToImmutable(), last);
            }
        }

        return new SpanPage(spans.ToImmutable(), null);
    }

    private static StoredSpan? ReadIfMatching(SpanQuery query, SqliteDataReader row)
    {
        var payload = StoredSpanReader.ReadPayload(row);
        if (!query.Attributes.IsEmpty)
        {
            using var attributes = JsonDocument.Parse(payload.Attributes);
            if (!query.Attributes.All(filter => filter.Matches(attributes.RootElement)))
            {
                return null;
            }
        }

        return StoredSpanReader.Read(row, query.WorkspaceId, payload);
    }
}
