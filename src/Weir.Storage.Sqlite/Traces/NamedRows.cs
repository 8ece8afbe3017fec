using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Finds, or makes, the rows that spans refer to: their projects and traces.</summary>
/// <remarks>Remembers them until <see cref="Forget"/>; bounded by the spans of one insert.</remarks>
internal sealed class NamedRows : IDisposable
{
    private readonly SqliteCommand _findProject;
    private readonly SqliteCommand _insertProject;
    private readonly WriterStatement _findTrace;
    private readonly WriterStatement _insertTrace;
    private readonly Dictionary<(Guid Workspace, string Name), long> _projects = [];
    private readonly Dictionary<(Guid Workspace, TraceId TraceId), TraceEntry> _traces = [];

    public NamedRows(SqliteConnection connection)
    {
        _findProject = Prepare("SELECT id FROM projects WHERE workspace = $workspace AND name = $name");
        _insertProject = Prepare("INSERT INTO projects(workspace, name) VALUES($workspace, $name) RETURNING id");
        _findTrace = new WriterStatement(connection, "SELECT id, project FROM traces WHERE workspace = ?1 AND trace_id = ?2");
        _insertTrace = new WriterStatement(connection, "INSERT INTO traces(workspace, trace_id, shown) VALUES(?1, ?2, ?3)");

        SqliteCommand Prepare(string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            return command;
        }
    }

    public void Forget()
    {
        _projects.Clear();
        _traces.Clear();
    }

    /// <summary>The project that a span came with.</summary>
    public long ProjectOf(SpanRow span)
    {
        var key = (span.WorkspaceId, span.Project);
        if (_projects.TryGetValue(key, out var id))
        {
            return id;
        }

        var workspace = StoredIds.ToBlob(span.WorkspaceId);
        id = _findProject.Bind("$workspace", workspace).Bind("$name", span.Project).ExecuteScalar() as long?
            ?? (long)_insertProject.Bind("$workspace", workspace).Bind("$name", span.Project).ExecuteScalar()!;
        _projects.Add(key, id);
        return id;
    }

    /// <summary>The trace of a span; a new one is shown in the span's project.</summary>
    public TraceEntry TraceOf(SpanRow span, long projectId)
    {
        var key = (span.WorkspaceId, span.TraceId);
        if (!_traces.TryGetValue(key, out var entry))
        {
            entry = ReadTrace(span, projectId);
            _traces.Add(key, entry);
        }

        return entry;
    }

    public void Dispose()
    {
        _findProject.Dispose();
        _insertProject.Dispose();
        _findTrace.Dispose();
        _insertTrace.Dispose();
    }

    private TraceEntry ReadTrace(SpanRow span, long projectId)
    {
        var workspace = StoredIds.ToBlob(span.WorkspaceId);
        var trace = StoredIds.ToBlob(span.TraceId);
        try
        {
            if (_findTrace.Bind(1, workspace).Bind(2, trace).Read())
            {
                return new TraceEntry(_findTrace.Number(0)!.Value, _findTrace.Number(1));
            }
        }
        finally
        {
            _findTrace.Reset();
        }

        return new TraceEntry(_insertTrace.Bind(1, workspace).Bind(2, trace).Bind(3, projectId).Insert(), null) { IsNew = true };
    }
}
