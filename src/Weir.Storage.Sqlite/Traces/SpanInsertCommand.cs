using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>The statement that inserts a span row unless its span is there already.</summary>
internal sealed class SpanInsertCommand(SqliteConnection connection) : IDisposable
{
    private const string Sql =
        """
        INSERT INTO spans(
            id, trace, span_id, parent_id, project, follows, name, kind, start_ns, end_ns, received_ns, status, status_message,
            model, provider, prompt_tokens, completion_tokens, total_tokens, cost_nanos, session_id, user_id, cache_read_tokens, api_key, app)
        VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)
        ON CONFLICT(trace, span_id) DO NOTHING
        """;

    private readonly WriterStatement _statement = new(connection, Sql);

    /// <summary>Inserts a span; false when it is there already.</summary>
    public bool Execute(SpanRow span, long id, long traceId, long projectId)
    {
        var facts = span.Facts;
        return _statement
            .Bind(1, id)
            .Bind(2, traceId)
            .Bind(3, StoredIds.ToNumber(span.SpanId))
            .Bind(4, span.ParentSpanId is { } parent ? StoredIds.ToNumber(parent) : null)
            .Bind(5, projectId)
            .Bind(6, span.ProjectBinding == ProjectBinding.FollowsTrace ? 1L : 0L)
            .Bind(7, span.Name)
            .Bind(8, span.Kind)
            .Bind(9, span.StartUnixNanos)
            .Bind(10, span.EndUnixNanos)
            .Bind(11, span.ReceivedUnixNanos)
            .Bind(12, (long)span.Status)
            .Bind(13, span.StatusMessage)
            .Bind(14, facts.Model)
            .Bind(15, facts.Provider)
            .Bind(16, facts.PromptTokens)
            .Bind(17, facts.CompletionTokens)
            .Bind(18, facts.TotalTokens)
            .Bind(19, facts.CostNanos)
            .Bind(20, facts.SessionId)
            .Bind(21, facts.UserId)
            .Bind(22, facts.CacheReadTokens)
            .Bind(23, facts.Key)
            .Bind(24, facts.App)
            .Execute() == 1;
    }

    public void Dispose() => _statement.Dispose();
}
