using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Search;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads one page of traces: heads first, a block at a time, then each one's spans.</summary>
/// <remarks>
/// A page ends early, with a cursor to go on from, when it has read as much as <see cref="TracePageDraft"/> holds, or has
/// used its patience: a search for failures may pass many traces without finding one.
/// </remarks>
internal static class TracePageReader
{
    // Heads of a search, most of which are passed over.
    private const int SearchedAtOnce = 500;

    // The plus keeps SQLite from starting at the project when the list is of all of them.
    private const string Heads = "SELECT t.id, t.trace_id, p.name, 1, 0 FROM traces t JOIN projects p ON p.id = +t.shown";

    private const string Rest = "AND t.id < $before ORDER BY t.id DESC";

    private const string OfSessions = "SELECT trace FROM spans WHERE project = $project AND session_id IN (SELECT value FROM json_each($sessions))";

    private const string OfWords =
        "SELECT s.trace FROM json_each($hits) h CROSS JOIN spans s ON s.id = h.value UNION SELECT trace FROM spans WHERE id > $indexed";

    private const string OfWorkspace = "s.project IN (SELECT id FROM projects WHERE workspace = $workspace)";

    // What more spans have than this is soon found by looking at the newest traces.
    private const long MostRareHits = 20_000;

    // From failed span to failed span, so that it takes as long as there are failures and not traces. A trace comes once for each of
    // its failed spans, and those of others come too, so that a long search can be left in the middle. The last column: nothing is above the span.
    private const string FailedHeads =
        """
        SELECT t.id, t.trace_id, p.name, t.workspace = $workspace AND ($project IS NULL OR t.shown = $project),
               f.parent_id IS NULL OR NOT EXISTS(SELECT 1 FROM spans k WHERE k.span_id = f.parent_id AND k.trace = f.trace)
        FROM spans f INDEXED BY failed_spans CROSS JOIN traces t ON t.id = f.trace CROSS JOIN projects p ON p.id = +t.shown
        WHERE f.status = 2 AND f.trace < $before ORDER BY f.trace DESC
        """;

    public static TracePage Read(TraceQuery query, ReadConnection connection, TimeSpan patience)
    {
        var hits = WordHits.Read(query.Filter, connection);
        var draft = new TracePageDraft(query, hits, connection);
        var after = query.After ?? long.MaxValue;
        var looked = 0;
        while (true)
        {
            var wanted = query.IsFiltered ? SearchedAtOnce : draft.Missing;
            var (heads, scannedTo) = ReadHeads(Command(query, hits, connection).Bind("$before", after), after, wanted, connection, patience);
            foreach (var head in heads)
            {
                // One at least, however slow the machine is: else the next page would begin where this one did.
                if (looked++ > 0 && (draft.IsFull || connection.Elapsed > patience))
                {
                    // This one is the next to be read; what lies before it has been looked at.
                    return draft.ToPage(head.Id + 1);
                }

                draft.Look(head);
            }

            if (scannedTo is not { } last || draft.Missing == 0 || connection.Elapsed > patience)
            {
                return draft.ToPage(scannedTo);
            }

            after = last;
        }
    }

    // Up to so many heads, and the last trace that was looked at; null when there are no more.
    private static (List<TraceHead> Heads, long? ScannedTo) ReadHeads(SqliteCommand command, long before, int wanted, ReadConnection connection, TimeSpan patience)
    {
        var heads = new List<TraceHead>(wanted);
        var scannedTo = before;
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var id = row.GetInt64(0);
            if (id == scannedTo)
            {
                NoteFurtherFailure(heads, row);
                continue;
            }

            // Between two traces only: the page after this one begins behind the last that was looked at.
            if (heads.Count == wanted || (scannedTo != before && connection.Elapsed > patience))
            {
                return (heads, scannedTo);
            }

            scannedTo = id;
            if (row.GetInt64(3) == 1)
            {
                heads.Add(new TraceHead(id, TraceId.FromBytes((byte[])row.GetValue(1)), row.GetString(2), row.GetInt64(4) == 1));
            }
        }

        return (heads, null);
    }

    private static void NoteFurtherFailure(List<TraceHead> heads, SqliteDataReader row)
    {
        if (heads.Count > 0 && heads[^1].Id == row.GetInt64(0) && row.GetInt64(4) == 1)
        {
            heads[^1] = heads[^1] with { HasFailedTop = true };
        }
    }

    private static SqliteCommand Command(TraceQuery query, WordHits? hits, ReadConnection connection)
    {
        var workspace = StoredIds.ToBlob(query.WorkspaceId);
        if (query.FailedOnly)
        {
            return connection.Command(FailedHeads).Bind("$workspace", workspace).Bind("$project", query.ProjectId);
        }

        if (query.SessionIds is { } sessions)
        {
            return connection.Command($"{Heads} WHERE t.id IN ({OfSessions}) AND +t.shown = $project AND +t.workspace = $workspace {Rest}")
                .Bind("$workspace", workspace)
                .Bind("$project", query.ProjectId)
                .Bind("$sessions", StoredIds.ToJson(sessions));
        }

        if (hits is not null)
        {
            return connection.Command($"{Heads} WHERE t.id IN ({OfWords}) AND ($project IS NULL OR +t.shown = $project) AND +t.workspace = $workspace {Rest}")
                .Bind("$workspace", workspace)
                .Bind("$project", query.ProjectId)
                .Bind("$hits", StoredIds.ToJson(hits.Spans))
                .Bind("$indexed", hits.Indexed);
        }

        if (NarrowIndex.Of(query.Filter) is { } index && IsRare(index, workspace, connection))
        {
            var ofIndex = index.Lead($"SELECT s.trace FROM spans s WHERE {OfWorkspace} AND {index.Condition}");
            return index.BindTo(connection.Command($"{Heads} WHERE t.id IN ({ofIndex}) AND ($project IS NULL OR +t.shown = $project) AND +t.workspace = $workspace {Rest}"))
                .Bind("$workspace", workspace)
                .Bind("$project", query.ProjectId);
        }

        return query.ProjectId is { } project
            ? connection.Command($"{Heads} WHERE t.shown = $project AND +t.workspace = $workspace {Rest}").Bind("$workspace", workspace).Bind("$project", project)
            : connection.Command($"{Heads} WHERE t.workspace = $workspace {Rest}").Bind("$workspace", workspace);
    }

    private static bool IsRare(NarrowIndex index, byte[] workspace, ReadConnection connection)
    {
        var count = connection.Command(index.Lead($"SELECT count(*) FROM (SELECT 1 FROM spans s WHERE {OfWorkspace} AND {index.Condition} LIMIT $limit)"));
        return (long)index.BindTo(count).Bind("$workspace", workspace).Bind("$limit", MostRareHits).ExecuteScalar()! < MostRareHits;
    }
}
