using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Tracing.Content;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads traces in outline: the narrow rows of their spans, and what lists show of the entry span.</summary>
internal static class OutlineReader
{
    // Of a trace that is read in part: the root of a long one often ends, and so arrives, last.
    private const int LastPart = 5;

    private const string Head =
        "SELECT t.id, p.name FROM traces t JOIN projects p ON p.id = t.shown WHERE t.workspace = $workspace AND t.trace_id = $trace";

    private static readonly string Columns =
        $"""
        SELECT span_id, parent_id, follows, substr(name, 1, {SpanOutline.LongestText}), kind, start_ns, end_ns, received_ns, status,
               substr(status_message, 1, {SpanOutline.LongestText}),
               model, provider, prompt_tokens, completion_tokens, total_tokens, cost_nanos, session_id, user_id, id
        FROM spans WHERE trace = $trace
        """;

    public static StoredTrace? Find(Guid workspaceId, TraceId traceId, int limit, ReadConnection connection)
    {
        TraceHead head;
        using (var row = connection.Command(Head)
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$trace", StoredIds.ToBlob(traceId))
            .ExecuteReader())
        {
            if (!row.Read())
            {
                return null;
            }

            head = new TraceHead(row.GetInt64(0), traceId, row.GetString(1));
        }

        return Read(head, limit, connection);
    }

    /// <summary>Whether a trace has a span without a parent. The last one first: a root often ends, and so arrives, last.</summary>
    public static bool HasRoot(long trace, ReadConnection connection) =>
        connection.Command("SELECT 1 FROM spans WHERE trace = $trace AND parent_id IS NULL ORDER BY id DESC LIMIT 1").Bind("$trace", trace).ExecuteScalar() is not null;

    /// <summary>The first spans of a trace, without what its entry span holds.</summary>
    public static IReadOnlyList<SpanOutline> ReadSpans(long trace, int limit, ReadConnection connection) =>
        ReadSpans(trace, limit, " ORDER BY id LIMIT $limit", connection);

    public static StoredTrace Read(TraceHead head, int limit, ReadConnection connection)
    {
        var spans = ReadSpans(head.Id, limit + 1, " ORDER BY id LIMIT $limit", connection);
        var isPartial = spans.Count > limit;
        if (isPartial)
        {
            var last = ReadSpans(head.Id, limit / LastPart, " ORDER BY id DESC LIMIT $limit", connection);
            last.Reverse();
            spans.RemoveRange(limit - last.Count, spans.Count - limit + last.Count);
            var known = spans.Select(span => span.SpanId).ToHashSet();
            spans.AddRange(last.Where(span => known.Add(span.SpanId)));
        }

        return new StoredTrace
        {
            Id = head.Id,
            TraceId = head.TraceId,
            Project = head.Project,
            Spans = spans,
            IsPartial = isPartial,
            Preview = ReadPreview(TraceOutcome.Of(spans).Entry.Id, connection),
        };
    }

    private static List<SpanOutline> ReadSpans(long trace, int limit, string order, ReadConnection connection)
    {
        var spans = new List<SpanOutline>();
        var texts = new RowTexts();
        using var row = connection.Command(Columns + order).Bind("$trace", trace).Bind("$limit", (long)limit).ExecuteReader();
        while (row.Read())
        {
            spans.Add(ReadSpan(row, texts));
        }

        return spans;
    }

    private static SpanOutline ReadSpan(SqliteDataReader row, RowTexts texts) => new()
    {
        Id = RowNumbers.Read(row, 18),
        SpanId = StoredIds.ToSpanId(RowNumbers.Read(row, 0)),
        ParentSpanId = StoredSpanReader.ReadNumber(row, 1) is { } parent ? StoredIds.ToSpanId(parent) : null,
        IsGateway = RowNumbers.Read(row, 2) == 1,
        Name = texts.Read(row, 3),
        Kind = texts.Read(row, 4),
        StartUnixNanos = RowNumbers.Read(row, 5),
        EndUnixNanos = RowNumbers.Read(row, 6),
        ReceivedUnixNanos = RowNumbers.Read(row, 7),
        Status = (SpanStatus)RowNumbers.Read(row, 8),
        StatusMessage = texts.Read(row, 9),
        Facts = StoredSpanReader.ReadFacts(row, 10, texts),
    };

    // Of a span stored before there were previews, or that nobody thought a trace would begin with, from its payload; it may have been erased since its row was read.
    private static TracePreview ReadPreview(long span, ReadConnection connection)
    {
        using var row = connection.Command("SELECT input, output FROM span_previews WHERE span = $span").Bind("$span", span).ExecuteReader();
        if (row.Read())
        {
            return new TracePreview(StoredSpanReader.ReadText(row, 0), StoredSpanReader.ReadText(row, 1));
        }

        return new PayloadReader(connection).Find(span) is { } payload ? TracePreview.Of(payload.Attributes, payload.Events) : TracePreview.None;
    }
}
