using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Follow;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Storage.Sqlite.Traces.Rollups;
using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Writes spans with their traces and projects on the writer's connection.</summary>
/// <remarks>
/// Holds prepared statements for the life of the connection. What it knows of projects and traces lives for one call only:
/// a group that is rolled back takes their rows with it.
/// </remarks>
internal sealed class SpanInserter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly WriterStatement _insertPayload;
    private readonly WriterStatement _insertPreview;
    private readonly SqliteCommand _nameTrace;
    private readonly SqliteCommand _adopt;
    private readonly SqliteCommand _hasRolled;
    private readonly ProjectCounts _counts;
    private readonly SpanInsertCommand _insertSpan;
    private readonly NamedRows _rows;
    private long _nextId;

    public SpanInserter(SqliteConnection connection)
    {
        _connection = connection;
        _insertSpan = new SpanInsertCommand(connection);
        _rows = new NamedRows(connection);
        _counts = new ProjectCounts(connection);
        _nextId = FollowerPlaces.ReadNextSpan(connection);
        _insertPayload = new WriterStatement(connection, "INSERT INTO span_payloads(span, body) VALUES(?1, ?2)");
        _insertPreview = new WriterStatement(connection, "INSERT INTO span_previews(span, input, output) VALUES(?1, ?2, ?3)");
        _nameTrace = Prepare("UPDATE traces SET project = $project, shown = $project WHERE id = $trace");
        _hasRolled = Prepare("SELECT 1 FROM spans WHERE trace = $trace AND follows = 1 AND rolled <> 0 LIMIT 1");
        _adopt = Prepare("UPDATE spans SET project = $project WHERE trace = $trace AND follows = 1");
    }

    /// <summary>Inserts spans with the payloads packed from them; those that are there already are left alone.</summary>
    public void Insert(IReadOnlyList<PackedSpans> batch)
    {
        _rows.Forget();
        _counts.Forget();
        foreach (var block in batch)
        {
            Insert(block);
        }

        _counts.Write();
    }

    public void Dispose()
    {
        _insertSpan.Dispose();
        _rows.Dispose();
        _counts.Dispose();
        _insertPayload.Dispose();
        _insertPreview.Dispose();
        _nameTrace.Dispose();
        _adopt.Dispose();
        _hasRolled.Dispose();
    }

    // Spans of a block get numbers one after the other, and the row of their payloads that of the first.
    private void Insert(PackedSpans block)
    {
        var first = _nextId;
        var stored = new List<SpanRow>(block.Spans.Count);
        foreach (var span in block.Spans)
        {
            if (!TryInsert(span))
            {
                continue;
            }

            stored.Add(span);
            if (block.Entry is { } entry && ReferenceEquals(entry.Span, span))
            {
                _ = _insertPreview.Bind(1, _nextId - 1).Bind(2, entry.Texts.Input).Bind(3, entry.Texts.Output).Execute();
            }
        }

        if (stored.Count > 0)
        {
            // Packed again without those that were sent again: what is not a span of the store may not be kept.
            var body = stored.Count == block.Spans.Count ? block.Body : PayloadBlock.Pack(stored);
            _ = _insertPayload.Bind(1, first).Bind(2, body).Execute();
        }
    }

    private bool TryInsert(SpanRow span)
    {
        var project = _rows.ProjectOf(span);
        var trace = _rows.TraceOf(span, project);
        var follows = span.ProjectBinding == ProjectBinding.FollowsTrace;
        if (follows)
        {
            project = trace.ProjectId ?? project;
        }

        // Numbers are given here and not by SQLite, which gives that of an erased last span again: followers would be past it.
        if (!_insertSpan.Execute(span, _nextId, trace.Id, project))
        {
            return false;
        }

        _nextId++;
        _counts.Add(project, span.Facts.SessionId);
        if (follows)
        {
            trace.IsNew = false;
        }
        else if (trace.ProjectId is null)
        {
            NameTrace(trace, project);
        }

        return true;
    }

    // The first span that names a project decides it for the trace; those that came before and follow the trace move there.
    private void NameTrace(TraceEntry trace, long project)
    {
        _ = _nameTrace.Bind("$project", project).Bind("$trace", trace.Id).ExecuteNonQuery();
        if (!trace.IsNew)
        {
            _counts.MoveFollowers(trace.Id, project);
            if (_hasRolled.Bind("$trace", trace.Id).ExecuteScalar() is not null)
            {
                RollupStep.Withdraw("s.trace = $trace AND s.follows = 1", command => command.Bind("$trace", trace.Id), _connection);
            }

            _ = _adopt.Bind("$project", project).Bind("$trace", trace.Id).ExecuteNonQuery();
        }

        trace.ProjectId = project;
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
