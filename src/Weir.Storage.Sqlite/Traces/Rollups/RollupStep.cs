using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Follow;

namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>Changes the rollups on the writer's connection.</summary>
internal static class RollupStep
{
    /// <summary>Carries out a plan, as far as its spans are still what they were.</summary>
    public static void Apply(RollupPlan plan, SqliteConnection connection)
    {
        Forget(plan.Traces, connection);
        var changes = new RollupChanges();
        using (var move = WriterCommand.Of(connection, "UPDATE spans SET rolled = $to WHERE id = $id AND rolled = $from AND project = $project"))
        using (var again = WriterCommand.Of(connection, "INSERT OR IGNORE INTO rollup_due(trace) SELECT trace FROM spans WHERE id = $id"))
        {
            foreach (var (span, to) in plan.Changes)
            {
                var moved = move.Bind("$id", span.Id).Bind("$from", (long)span.State).Bind("$to", (long)to).Bind("$project", span.Project).ExecuteNonQuery();
                if (moved == 1)
                {
                    changes.Move(span, span.State, to);
                }
                else
                {
                    _ = again.Bind("$id", span.Id).ExecuteNonQuery();
                }
            }
        }

        changes.Write(connection);
        if (plan.Place is { } place)
        {
            FollowerPlaces.Write(FollowerPlaces.Rollups, place, connection);
        }
    }

    /// <summary>Takes spans out of the rollups that are about to be erased or to move; the rest of their traces is looked at again.</summary>
    /// <param name="spans">What <c>FROM spans s WHERE</c> goes on with.</param>
    /// <param name="command">Has the parameters of that.</param>
    public static void Withdraw(string spans, Func<SqliteCommand, SqliteCommand> command, SqliteConnection connection)
    {
        var changes = new RollupChanges();
        using (var read = WriterCommand.Of(connection, $"SELECT {RollupSpan.Columns} FROM spans s WHERE s.rolled <> 0 AND {spans}"))
        using (var row = command(read).ExecuteReader())
        {
            while (row.Read())
            {
                var span = RollupSpan.Read(row);
                changes.Move(span, span.State, RollupState.None);
            }
        }

        changes.Write(connection);
        using var due = WriterCommand.Of(connection, $"INSERT OR IGNORE INTO rollup_due(trace) SELECT DISTINCT s.trace FROM spans s WHERE s.rolled <> 0 AND {spans}");
        _ = command(due).ExecuteNonQuery();
        using var reset = WriterCommand.Of(connection, $"UPDATE spans AS s SET rolled = 0 WHERE s.rolled <> 0 AND {spans}");
        _ = command(reset).ExecuteNonQuery();
    }

    private static void Forget(IReadOnlyList<long> traces, SqliteConnection connection)
    {
        using var forget = WriterCommand.Of(connection, "DELETE FROM rollup_due WHERE trace = $trace");
        foreach (var trace in traces)
        {
            _ = forget.Bind("$trace", trace).ExecuteNonQuery();
        }
    }
}
