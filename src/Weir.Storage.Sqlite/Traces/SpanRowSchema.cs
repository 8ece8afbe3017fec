namespace Weir.Storage.Sqlite.Traces;

/// <summary>The migration of <c>traces.db</c> that makes the table of spans anew, so that its indexes grow at their end.</summary>
/// <remarks>
/// Ids of spans are random: in an index that begins with them each span lands in another page, and each of those pages is written to the log, copied into the file, and read
/// when it is not in memory any more. That was two thirds of the bytes written for a span. Rows of traces are numbered as they come: an index by trace and span stays together. Spans of a trace
/// are read by <c>spans_of_trace</c>, which leads to them in the order in which they lie.
/// A span is found by its id alone in <c>spans_by_id</c>, shelf by shelf (<see cref="SpanShelves"/>).
/// A constraint cannot be taken from a table, so all of it is copied: some minutes for ten million spans.
/// </remarks>
internal static class SpanRowSchema
{
    private const string Columns =
        """
        id, trace, span_id, parent_id, project, follows, name, kind, start_ns, end_ns, received_ns, status, status_message, model, provider, prompt_tokens,
        completion_tokens, total_tokens, cost_nanos, session_id, user_id, cache_read_tokens, api_key, app, rolled
        """;

    public const string Migration =
        $"""
        CREATE TABLE span_rows(
            id INTEGER PRIMARY KEY,
            trace INTEGER NOT NULL,
            span_id INTEGER NOT NULL,
            parent_id INTEGER,
            project INTEGER NOT NULL,
            follows INTEGER NOT NULL,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            start_ns INTEGER NOT NULL,
            end_ns INTEGER NOT NULL,
            received_ns INTEGER NOT NULL,
            status INTEGER NOT NULL,
            status_message TEXT NOT NULL,
            model TEXT,
            provider TEXT,
            prompt_tokens INTEGER,
            completion_tokens INTEGER,
            total_tokens INTEGER,
            cost_nanos INTEGER,
            session_id TEXT,
            user_id TEXT,
            cache_read_tokens INTEGER,
            api_key TEXT,
            app TEXT,
            rolled INTEGER NOT NULL DEFAULT 0) STRICT;
        INSERT INTO span_rows({Columns}) SELECT {Columns} FROM spans ORDER BY id;
        DROP TABLE spans;
        ALTER TABLE span_rows RENAME TO spans;

        CREATE UNIQUE INDEX spans_by_trace_and_id ON spans(trace, span_id);
        CREATE INDEX spans_of_trace ON spans(trace);
        CREATE INDEX spans_by_id ON spans({SpanShelves.ShelfOf}, span_id);
        CREATE INDEX spans_received ON spans(project, received_ns);
        CREATE INDEX roots_received ON spans(project, received_ns) WHERE parent_id IS NULL;
        CREATE INDEX failed_spans ON spans(trace) WHERE status = 2;
        CREATE INDEX spans_of_session ON spans(project, session_id) WHERE session_id IS NOT NULL;
        CREATE INDEX spans_started ON spans(project, start_ns);
        CREATE INDEX spans_of_model ON spans(project, model, received_ns) WHERE model IS NOT NULL;
        CREATE INDEX spans_of_user ON spans(project, user_id, received_ns) WHERE user_id IS NOT NULL;
        CREATE INDEX failed_received ON spans(project, received_ns) WHERE status = 2
        """;
}
