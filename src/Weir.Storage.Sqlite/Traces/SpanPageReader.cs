using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads one page of spans, comparing attributes where the query asks for it.</summary>
internal static class SpanPageReader
{
    private const long LargestPageBytes = 64L << 20;

    /// <summary>
    /// Reads a page. It ends early, with a cursor to go on from, when it holds <see cref="LargestPageBytes"/>, and a search through
    /// attributes does after <paramref name="patience"/>.
    /// </summary>
    public static SpanPage Read(SpanQuery query, ReadConnection connection, TimeSpan patience)
    {
        var spans = ImmutableArray.CreateBuilder<StoredSpan>();
        SpanCursor? last = null;
        var size = 0L;
        using var row = SpanQuerySql.Build(query, connection).ExecuteReader();
        while (row.Read())
        {
            if (spans.Count == query.Limit || size > LargestPageBytes)
            {
                return new SpanPage(spans.ToImmutable(), last);
            }

            var here = StoredSpanReader.ReadCursor(row);
            if (ReadIfMatching(query, row) is { } span)
            {
                spans.Add(span);
                size += span.Row.SizeBytes;
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
