using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Follow;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Storage.Sqlite.Traces.Rollups;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Erases spans on the writer's connection, and what is left without any: annotations, traces, sessions.</summary>
internal sealed class SpanEraser : IDisposable
{
    private readonly SqliteCommand _erase;
    private readonly SqliteCommand _eraseTrace;
    private readonly SqliteCommand _eraseSession;
    private readonly SqliteCommand _count;

    private SpanEraser(SqliteConnection connection)
    {
        // Span ids are unique within a trace only: annotations name the id, and stay while another span of the workspace has it.
        _erase = WriterCommand.Of(
            connection,
            $"""
            DELETE FROM spans WHERE id = $id;
            DELETE FROM span_previews WHERE span = $id;
            INSERT OR IGNORE INTO erased_spans(span) VALUES($id);
            DELETE FROM annotations
            WHERE workspace = $workspace AND (kind = 0 AND target = $target OR kind = 3 AND target >= $target || ':' AND target < $target || ';')
              AND NOT EXISTS(SELECT 1 FROM {SpanShelves.Search("$span")} CROSS JOIN traces t ON t.id = s.trace WHERE t.workspace = $workspace)
            """);
        _eraseTrace = WriterCommand.Of(
            connection,
            """
            DELETE FROM annotations
            WHERE workspace = $workspace AND kind = 1 AND target = (SELECT lower(hex(trace_id)) FROM traces WHERE id = $trace)
              AND NOT EXISTS(SELECT 1 FROM spans WHERE trace = $trace);
            DELETE FROM traces WHERE id = $trace AND NOT EXISTS(SELECT 1 FROM spans WHERE trace = $trace)
            """);
        _eraseSession = WriterCommand.Of(
            connection,
            """
            DELETE FROM sessions
            WHERE project = $project AND session_id = $session AND NOT EXISTS(SELECT 1 FROM spans WHERE project = $project AND session_id = $session);
            DELETE FROM annotations
            WHERE workspace = $workspace AND kind = 2 AND target = $session
              AND NOT EXISTS(SELECT 1 FROM sessions n JOIN projects p ON p.id = n.project WHERE n.session_id = $session AND p.workspace = $workspace)
            """);
        _count = WriterCommand.Of(connection, "UPDATE projects SET spans = spans - $spans WHERE id = $project");
    }

    /// <summary>Erases some of what is meant; how many spans.</summary>
    public static int Erase(Erasure erasure, int limit, SqliteConnection connection)
    {
        var spans = Find(erasure, limit, connection);
        var ids = StoredIds.ToJson(spans.Select(span => span.Id));
        RollupStep.Withdraw("s.id IN (SELECT value FROM json_each($ids))", command => command.Bind("$ids", ids), connection);
        Erase(spans, StoredIds.ToBlob(erasure.WorkspaceId), connection);
        return spans.Count;
    }

    /// <summary>Erases these spans; what is kept beside them about calls stays as it is.</summary>
    public static void Erase(IReadOnlyList<ErasedSpan> spans, byte[] workspace, SqliteConnection connection)
    {
        PayloadRows.Erase(spans.Select(span => span.Id), connection);
        using var eraser = new SpanEraser(connection);
        eraser.Erase(spans, workspace);
        if (spans.Count > 0)
        {
            FollowerPlaces.Write(FollowerPlaces.Erased, spans.Max(span => span.Id), connection);
        }
    }

    public void Dispose()
    {
        _erase.Dispose();
        _eraseTrace.Dispose();
        _eraseSession.Dispose();
        _count.Dispose();
    }

    private static List<ErasedSpan> Find(Erasure erasure, int limit, SqliteConnection connection)
    {
        var (condition, value) = erasure switch
        {
            { Span: { } span } => ("s.id = $value", (object)span),
            { SpanId: { } id } => ($"s.id IN ({SpanShelves.NumbersOf("$value")})", StoredIds.ToNumber(id)),
            { Trace: { } trace } => ("s.trace = $value", trace),
            { TraceId: { } id } => ("s.trace = (SELECT id FROM traces WHERE workspace = $workspace AND trace_id = $value)", StoredIds.ToBlob(id)),
            { Project: { } project } => ("s.project = $value", project),
            _ => throw new ArgumentException("Nothing to erase is named.", nameof(erasure)),
        };
        using var command = WriterCommand.Of(
            connection,
            $"SELECT s.id, s.span_id, s.trace, s.project, s.session_id FROM spans s JOIN traces t ON t.id = s.trace WHERE {condition} AND t.workspace = $workspace LIMIT $limit");
        using var row = command
            .Bind("$value", value)
            .Bind("$workspace", StoredIds.ToBlob(erasure.WorkspaceId))
            .Bind("$limit", (long)limit)
            .ExecuteReader();
        var spans = new List<ErasedSpan>();
        while (row.Read())
        {
            spans.Add(new ErasedSpan(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), StoredSpanReader.ReadText(row, 4)));
        }

        return spans;
    }

    private void Erase(IReadOnlyList<ErasedSpan> spans, byte[] workspace)
    {
        foreach (var span in spans)
        {
            _ = _erase.Bind("$id", span.Id).Bind("$span", span.SpanId).Bind("$target", StoredIds.ToSpanId(span.SpanId).ToString()).Bind("$workspace", workspace).ExecuteNonQuery();
        }

        foreach (var trace in spans.Select(span => span.Trace).Distinct())
        {
            _ = _eraseTrace.Bind("$trace", trace).Bind("$workspace", workspace).ExecuteNonQuery();
        }

        foreach (var (project, session) in spans.Where(span => span.Session is not null).Select(span => (span.Project, span.Session)).Distinct())
        {
            _ = _eraseSession.Bind("$project", project).Bind("$session", session).Bind("$workspace", workspace).ExecuteNonQuery();
        }

        foreach (var project in spans.GroupBy(span => span.Project))
        {
            _ = _count.Bind("$project", project.Key).Bind("$spans", (long)project.Count()).ExecuteNonQuery();
        }
    }
}
