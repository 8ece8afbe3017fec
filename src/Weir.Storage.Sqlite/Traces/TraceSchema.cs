using Weir.Storage.Sqlite.Datasets;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Storage.Sqlite.Traces.Rollups;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>The tables of <c>traces.db</c>, one entry a version, forward only.</summary>
/// <remarks>
/// A span row is narrow: what lists, filters and charts read. Attributes, events, links and resource are one compressed
/// payload beside it, so that a scan of spans does not read them. Span ids are 64-bit integers in two's complement.
/// <c>spans.project</c> is the project a span is shown in; <c>traces.project</c> is that of the first span that named one, and
/// <c>traces.shown</c> the one that lists show the trace in: the same, or that of its spans while none of them named one.
/// </remarks>
internal static class TraceSchema
{
    public static IReadOnlyList<string> Migrations { get; } =
    [
        """
        CREATE TABLE codecs(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;

        CREATE TABLE projects(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            workspace BLOB NOT NULL,
            name TEXT NOT NULL,
            UNIQUE(workspace, name)) STRICT;

        CREATE TABLE traces(
            id INTEGER PRIMARY KEY,
            workspace BLOB NOT NULL,
            trace_id BLOB NOT NULL,
            project INTEGER,
            UNIQUE(workspace, trace_id)) STRICT;

        CREATE TABLE spans(
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
            UNIQUE(span_id, trace)) STRICT;

        CREATE INDEX spans_of_trace ON spans(trace);
        CREATE INDEX spans_received ON spans(project, received_ns);
        CREATE INDEX roots_received ON spans(project, received_ns) WHERE parent_id IS NULL;

        CREATE TABLE span_payloads(span INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT
        """,

        // Lists of traces, newest first: every index ends in the row's id. What of a list failed is found without looking at spans that did not.
        """
        ALTER TABLE traces ADD COLUMN shown INTEGER;
        UPDATE traces SET shown = coalesce(project, (SELECT s.project FROM spans s WHERE s.trace = traces.id LIMIT 1));
        CREATE INDEX traces_shown ON traces(shown);
        CREATE INDEX traces_of_workspace ON traces(workspace);
        CREATE INDEX failed_spans ON spans(trace) WHERE status = 2
        """,

        // How many spans a project shows, kept by the writer: counting them is too slow for every search. Sessions, so that they have an id and an
        // order. Annotations, whose targets are named by the ids that senders know: one may be annotated before it arrives.
        """
        ALTER TABLE projects ADD COLUMN spans INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE projects ADD COLUMN description TEXT;
        UPDATE projects SET spans = (SELECT count(*) FROM spans WHERE project = projects.id);

        CREATE TABLE sessions(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            project INTEGER NOT NULL,
            session_id TEXT NOT NULL,
            UNIQUE(project, session_id)) STRICT;
        INSERT INTO sessions(project, session_id)
            SELECT project, session_id FROM spans WHERE session_id IS NOT NULL GROUP BY project, session_id ORDER BY min(id);
        CREATE INDEX spans_of_session ON spans(project, session_id) WHERE session_id IS NOT NULL;

        CREATE TABLE annotations(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            workspace BLOB NOT NULL,
            kind INTEGER NOT NULL,
            target TEXT NOT NULL,
            span_id INTEGER,
            name TEXT NOT NULL,
            identifier TEXT NOT NULL,
            annotator_kind TEXT NOT NULL,
            label TEXT,
            score REAL,
            explanation TEXT,
            metadata TEXT NOT NULL,
            source TEXT NOT NULL,
            created_ns INTEGER NOT NULL,
            updated_ns INTEGER NOT NULL,
            UNIQUE(workspace, kind, target, name, identifier)) STRICT;
        CREATE INDEX annotations_by_identifier ON annotations(workspace, kind, identifier);

        CREATE TABLE annotation_configs(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            workspace BLOB NOT NULL,
            name TEXT NOT NULL,
            body TEXT NOT NULL,
            UNIQUE(workspace, name)) STRICT;

        CREATE TABLE project_annotation_configs(
            project INTEGER NOT NULL,
            config INTEGER NOT NULL,
            PRIMARY KEY(project, config)) STRICT, WITHOUT ROWID
        """,

        RollupSchema.Migration,
        DatasetSchema.Tables,
        PreviewSchema.Migration,
        SpanRowSchema.Migration,
    ];
}
