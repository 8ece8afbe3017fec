using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads sessions with their traces, and adds up what they used.</summary>
internal static class SessionReader
{
    private const int MostSpansOfATrace = 5000;

    private const string Columns = "SELECT n.id, n.project, n.session_id FROM sessions n JOIN projects p ON p.id = n.project WHERE p.workspace = $workspace";

    public static SessionPage List(SessionQuery query, ReadConnection connection, TimeSpan patience)
    {
        var order = query.IsDescending ? "AND n.id < $after ORDER BY n.id DESC" : "AND n.id > $after ORDER BY n.id";
        var heads = ReadHeads(connection.Command($"{Columns} AND n.project = $project {order} LIMIT $limit")
            .Bind("$workspace", StoredIds.ToBlob(query.WorkspaceId))
            .Bind("$project", query.ProjectId)
            .Bind("$after", query.After ?? (query.IsDescending ? long.MaxValue : 0))
            .Bind("$limit", query.Limit + 1L));

        var sessions = ImmutableArray.CreateBuilder<StoredSession>();
        foreach (var head in heads)
        {
            if (sessions.Count == query.Limit || (sessions.Count > 0 && connection.Elapsed > patience))
            {
                return new SessionPage(sessions.ToImmutable(), sessions[^1].Id);
            }

            sessions.Add(Read(head, connection));
        }

        return new SessionPage(sessions.ToImmutable(), null);
    }

    public static StoredSession? Find(Guid workspaceId, long? id, string? sessionId, ReadConnection connection)
    {
        var heads = ReadHeads(connection.Command($"{Columns} AND {(id is null ? "n.session_id = $session" : "n.id = $id")} ORDER BY n.id DESC LIMIT 1")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$id", id)
            .Bind("$session", sessionId));
        return heads.Count == 0 ? null : Read(heads[0], connection);
    }

    private static List<(long Id, long Project, string Session)> ReadHeads(SqliteCommand command)
    {
        var heads = new List<(long Id, long Project, string Session)>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            heads.Add((row.GetInt64(0), row.GetInt64(1), row.GetString(2)));
        }

        return heads;
    }

    private static StoredSession Read((long Id, long Project, string Session) head, ReadConnection connection)
    {
        var traces = ImmutableArray.CreateBuilder<SessionTrace>();
        var tokens = default(SubtreeTokens);
        foreach (var (id, trace) in ReadTraces(head.Project, head.Session, connection))
        {
            var spans = OutlineReader.ReadSpans(id, MostSpansOfATrace, connection);
            traces.Add(new SessionTrace(id, trace, spans.Min(span => span.StartUnixNanos), spans.Max(span => span.EndUnixNanos)));
            tokens = tokens.Add(SubtreeTokens.OfTrace(spans));
        }

        return new StoredSession { Id = head.Id, ProjectId = head.Project, SessionId = head.Session, Traces = traces.ToImmutable(), Tokens = tokens };
    }

    private static List<(long Id, TraceId Trace)> ReadTraces(long project, string session, ReadConnection connection)
    {
        var traces = new List<(long Id, TraceId Trace)>();
        using var row = connection.Command(
            """
            SELECT t.id, t.trace_id FROM traces t
            WHERE t.id IN (SELECT trace FROM spans WHERE project = $project AND session_id = $session) ORDER BY t.id LIMIT $limit
            """)
            .Bind("$project", project)
            .Bind("$session", session)
            .Bind("$limit", (long)StoredSession.MostTraces)
            .ExecuteReader();
        while (row.Read())
        {
            traces.Add((row.GetInt64(0), TraceId.FromBytes((byte[])row.GetValue(1))));
        }

        return traces;
    }
}
