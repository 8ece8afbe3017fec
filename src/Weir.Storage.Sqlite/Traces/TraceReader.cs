using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads whole traces, and answers what is there.</summary>
internal static class TraceReader
{
    // A page can be continued, a trace cannot: this is many times what any view shows at once.
    private const long LargestTraceBytes = 256L << 20;

    public static IReadOnlyList<StoredSpan> ReadSpans(Guid workspaceId, TraceId traceId, int limit, ReadConnection connection)
    {
        var spans = new List<StoredSpan>();
        var payloads = new PayloadReader(connection);
        using var row = connection.Command(
            SpanQuerySql.Select + " WHERE s.trace = (SELECT id FROM traces WHERE workspace = $workspace AND trace_id = $trace) ORDER BY s.start_ns, s.id LIMIT $limit")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$trace", StoredIds.ToBlob(traceId))
            .Bind("$limit", (long)limit)
            .ExecuteReader();
        var size = 0L;
        while (size <= LargestTraceBytes && row.Read())
        {
            spans.Add(StoredSpanReader.Read(row, workspaceId, payloads.Read(row.GetInt64(0))));
            size += spans[^1].Row.SizeBytes;
        }

        return spans;
    }

    public static StoredSpan? FindSpan(SpanKey key, ReadConnection connection)
    {
        using var row = connection.Command(
            SpanQuerySql.Select + " WHERE s.span_id = $span AND s.trace = (SELECT id FROM traces WHERE workspace = $workspace AND trace_id = $trace)")
            .Bind("$workspace", StoredIds.ToBlob(key.WorkspaceId))
            .Bind("$trace", StoredIds.ToBlob(key.TraceId))
            .Bind("$span", StoredIds.ToNumber(key.SpanId))
            .ExecuteReader();
        return row.Read() ? StoredSpanReader.Read(row, key.WorkspaceId, new PayloadReader(connection).Read(row.GetInt64(0))) : null;
    }

    // A trace is made together with its first span.
    public static bool HasSpans(Guid workspaceId, ReadConnection connection) =>
        connection.Command("SELECT 1 FROM traces WHERE workspace = $workspace LIMIT 1")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .ExecuteScalar() is not null;

    public static IReadOnlyList<SpanKey> FindMissing(IReadOnlyList<SpanKey> spans, ReadConnection connection)
    {
        var find = connection.Command(
            "SELECT 1 FROM spans WHERE span_id = $span AND trace = (SELECT id FROM traces WHERE workspace = $workspace AND trace_id = $trace)");
        return [.. spans.Where(key => find
            .Bind("$workspace", StoredIds.ToBlob(key.WorkspaceId))
            .Bind("$trace", StoredIds.ToBlob(key.TraceId))
            .Bind("$span", StoredIds.ToNumber(key.SpanId))
            .ExecuteScalar() is null)];
    }

    // The writer counts, so that this takes no longer with a million spans.
    public static long Count(Guid workspaceId, long? projectId, ReadConnection connection) =>
        (long)connection.Command("SELECT coalesce(sum(spans), 0) FROM projects WHERE workspace = $workspace AND ($project IS NULL OR id = $project)")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$project", projectId)
            .ExecuteScalar()!;
}
