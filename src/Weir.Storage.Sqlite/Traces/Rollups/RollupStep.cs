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
        // Of a trace that lost spans since, others may count now: it is looked at again.
        var isCurrent = SqliteDatabase.ReadNumber(connection, FollowerPlaces.WithdrawalsSql) == plan.Withdrawals;
        Change(isCurrent ? "DELETE FROM rollup_due WHERE trace = ?1" : "INSERT OR IGNORE INTO rollup_due(trace) VALUES(?1)", isCurrent ? plan.Traces : plan.Looked, connection);
        var changes = new RollupChanges();
        using (var move = new WriterStatement(connection, "UPDATE spans SET rolled = ?1 WHERE id = ?2 AND rolled = ?3 AND project = ?4"))
        using (var again = WriterCommand.Of(connection, "INSERT OR IGNORE INTO rollup_due(trace) SELECT trace FROM spans WHERE id = $id"))
        {
            foreach (var (span, to) in plan.Changes)
            {
                if (move.Bind(1, (long)to).Bind(2, span.Id).Bind(3, (long)span.State).Bind(4, span.Project).Execute() == 1)
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
        FollowerPlaces.CountWithdrawal(connection);
        var changes = new RollupChanges();
        var texts = new RowTexts();
        using (var read = WriterCommand.Of(connection, $"SELECT {RollupSpan.Columns} FROM spans s WHERE s.rolled <> 0 AND {spans}"))
        using (var row = command(read).ExecuteReader())
        {
            while (row.Read())
            {
                var span = RollupSpan.Read(row, texts);
                changes.Move(span, span.State, RollupState.None);
            }
        }

        changes.Write(connection);
        using var due = WriterCommand.Of(connection, $"INSERT OR IGNORE INTO rollup_due(trace) SELECT DISTINCT s.trace FROM spans s WHERE s.rolled <> 0 AND {spans}");
        _ = command(due).ExecuteNonQuery();
        using var reset = WriterCommand.Of(connection, $"UPDATE spans AS s SET rolled = 0 WHERE s.rolled <> 0 AND {spans}");
        _ = command(reset).ExecuteNonQuery();
    }

    private static void Change(string sql, IReadOnlyList<long> traces, SqliteConnection connection)
    {
        using var change = new WriterStatement(connection, sql);
        foreach (var trace in traces)
        {
            _ = change.Bind(1, trace).Execute();
        }
    }
}
