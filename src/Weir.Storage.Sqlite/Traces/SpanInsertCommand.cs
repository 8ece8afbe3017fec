using Microsoft.Data.Sqlite;
using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>The statement that inserts a span row unless its span is there already.</summary>
internal sealed class SpanInsertCommand : IDisposable
{
    private static readonly string[] Columns =
    [
        "trace", "span_id", "parent_id", "project", "follows", "name", "kind", "start_ns", "end_ns", "received_ns", "status", "status_message",
        "model", "provider", "prompt_tokens", "completion_tokens", "total_tokens", "cost_nanos", "session_id", "user_id",
        "cache_read_tokens", "api_key", "app", "id",
    ];

    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;

    public SpanInsertCommand(SqliteConnection connection)
    {
        _command = connection.CreateCommand();
        _command.CommandText =
            $"INSERT INTO spans({string.Join(", ", Columns)}) VALUES(${string.Join(", $", Columns)}) ON CONFLICT(span_id, trace) DO NOTHING";
        _parameters = [.. Columns.Select(column => _command.Parameters.AddWithValue("$" + column, DBNull.Value))];
    }

    /// <summary>Inserts a span; false when it is there already.</summary>
    public bool Execute(SpanRow span, long id, long traceId, long projectId)
    {
        var facts = span.Facts;
        Set(0, traceId);
        Set(1, StoredIds.ToNumber(span.SpanId));
        Set(2, span.ParentSpanId is { } parent ? StoredIds.ToNumber(parent) : null);
        Set(3, projectId);
        Set(4, span.ProjectBinding == ProjectBinding.FollowsTrace ? 1L : 0L);
        Set(5, span.Name);
        Set(6, span.Kind);
        Set(7, span.StartUnixNanos);
        Set(8, span.EndUnixNanos);
        Set(9, span.ReceivedUnixNanos);
        Set(10, (long)span.Status);
        Set(11, span.StatusMessage);
        Set(12, facts.Model);
        Set(13, facts.Provider);
        Set(14, facts.PromptTokens);
        Set(15, facts.CompletionTokens);
        Set(16, facts.TotalTokens);
        Set(17, facts.CostNanos);
        Set(18, facts.SessionId);
        Set(19, facts.UserId);
        Set(20, facts.CacheReadTokens);
        Set(21, facts.Key);
        Set(22, facts.App);
        Set(23, id);
        return _command.ExecuteNonQuery() == 1;
    }

    public void Dispose() => _command.Dispose();

    private void Set(int column, object? value) => _parameters[column].Value = value ?? DBNull.Value;
}
