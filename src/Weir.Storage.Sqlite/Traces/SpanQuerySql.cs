using System.Text;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Turns a span query into SQL: the text depends only on which conditions are given, so that statements are used again.</summary>
internal static class SpanQuerySql
{
    /// <summary>Everything that a span row is made of but its payload, in the order that <see cref="StoredSpanReader"/> reads.</summary>
    /// <remarks>The plus keeps SQLite from starting at the project, as it would when ids lead straight to the rows.</remarks>
    public const string Select =
        """
        SELECT s.id, s.project, t.trace_id, s.span_id, s.parent_id, s.follows, s.name, s.kind, s.start_ns, s.end_ns, s.received_ns,
               s.status, s.status_message, s.model, s.provider, s.prompt_tokens, s.completion_tokens, s.total_tokens, s.cost_nanos,
               s.session_id, s.user_id, p.name, s.cache_read_tokens, s.api_key, s.app, s.rolled
        FROM spans s JOIN traces t ON t.id = s.trace JOIN projects p ON p.id = +s.project
        """;

    private const string Spans = "SELECT value FROM json_each($spans)";

    /// <summary>The statement of a query without filter and attributes, its parameters set.</summary>
    public static SqliteCommand Build(SpanQuery query, ReadConnection connection) => Build(query, "", null, connection).Bind("$limit", query.Limit + 1L);

    /// <summary>The statement of one block of a search, down to its last span; null reads to the end.</summary>
    public static SqliteCommand Build(SpanQuery query, SpanCursor? last, SpanMatcher matcher, NarrowIndex? index, ReadConnection connection)
    {
        var until = last is null ? "" : " AND (s.received_ns, s.id) >= ($until_received, $until_id)";
        var inIndex = index is null ? "" : $" AND {index.Condition}";
        var command = Build(query, inIndex + until + matcher.Condition, index, connection).Bind("$limit", -1L);
        matcher.BindTo(command);
        _ = index?.BindTo(command);
        return last is { } end ? command.Bind("$until_received", end.ReceivedUnixNanos).Bind("$until_id", end.SpanId) : command;
    }

    private static SqliteCommand Build(SpanQuery query, string conditions, NarrowIndex? index, ReadConnection connection)
    {
        var text = Text(query, conditions);
        var command = connection.Command(index is null ? text : index.Lead(text))
            .Bind("$project", query.ProjectId)
            .Bind("$workspace", StoredIds.ToBlob(query.WorkspaceId));
        BindIf(query.StartFromUnixNanos is not null, "$from", query.StartFromUnixNanos);
        BindIf(query.StartBeforeUnixNanos is not null, "$before", query.StartBeforeUnixNanos);
        BindIf(!query.TraceIds.IsEmpty, "$traces", StoredIds.ToJson(query.TraceIds.Select(id => id.ToString())));
        BindIf(!query.SpanIds.IsEmpty, "$spans", StoredIds.ToJson(query.SpanIds.Select(StoredIds.ToNumber)));
        BindIf(!query.SessionIds.IsEmpty, "$sessions", StoredIds.ToJson(query.SessionIds));
        BindIf(query.ParentId is not null, "$parent", query.ParentId is { } parent ? StoredIds.ToNumber(parent) : null);
        BindIf(!query.Names.IsEmpty, "$names", StoredIds.ToJson(query.Names));
        BindIf(!query.Kinds.IsEmpty, "$kinds", StoredIds.ToJson(query.Kinds));
        BindIf(!query.Statuses.IsEmpty, "$statuses", StoredIds.ToJson(query.Statuses.Select(status => (long)status)));
        BindIf(query.After is not null, "$received", query.After?.ReceivedUnixNanos);
        BindIf(query.After is not null, "$id", query.After?.SpanId);
        return command;

        void BindIf(bool given, string name, object? value)
        {
            if (given)
            {
                _ = command.Bind(name, value);
            }
        }
    }

    private static string Text(SpanQuery query, string conditions)
    {
        // The plus as above: a whole project in order is the longer way when there are ids.
        var byId = !query.TraceIds.IsEmpty || !query.SpanIds.IsEmpty;
        var sql = new StringBuilder(Select, 1024).Append(byId ? " WHERE +s.project = $project" : " WHERE s.project = $project").Append(" AND p.workspace = $workspace");
        AppendIf(query.StartFromUnixNanos is not null, "s.start_ns >= $from");
        AppendIf(query.StartBeforeUnixNanos is not null, "s.start_ns < $before");
        AppendIf(!query.TraceIds.IsEmpty, "s.trace IN (SELECT id FROM traces WHERE workspace = $workspace AND trace_id IN (SELECT unhex(value) FROM json_each($traces)))");
        AppendIf(!query.SpanIds.IsEmpty, query.TraceIds.IsEmpty ? $"s.id IN ({SpanShelves.NumbersOf(Spans)})" : $"s.span_id IN ({Spans})");
        AppendIf(!query.SessionIds.IsEmpty, "s.session_id IN (SELECT value FROM json_each($sessions))");
        AppendIf(query.ParentId is not null, "s.parent_id = $parent");
        AppendIf(query.RootsOnly, "s.parent_id IS NULL");
        AppendIf(!query.Names.IsEmpty, "s.name IN (SELECT value FROM json_each($names))");
        AppendIf(!query.Kinds.IsEmpty, "s.kind IN (SELECT value FROM json_each($kinds))");
        AppendIf(!query.Statuses.IsEmpty, "s.status IN (SELECT value FROM json_each($statuses))");

        // Of few spans that an index leads to, the order is made; that of the project's index would lead through all of them.
        var isFew = byId || !query.SessionIds.IsEmpty;
        AppendIf(query.After is not null, isFew ? "(+s.received_ns, s.id) < ($received, $id)" : "(s.received_ns, s.id) < ($received, $id)");
        return sql.Append(conditions).Append(isFew ? " ORDER BY +s.received_ns DESC, +s.id DESC LIMIT $limit" : " ORDER BY s.received_ns DESC, s.id DESC LIMIT $limit").ToString();

        void AppendIf(bool given, string condition)
        {
            if (given)
            {
                _ = sql.Append(" AND ").Append(condition);
            }
        }
    }
}
