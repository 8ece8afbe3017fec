using Microsoft.Data.Sqlite;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Reads what was spent around a day from one of the tables that sum charges by UTC day.</summary>
internal static class SpendDays
{
    /// <summary>Spend in all and in the windows around a day, by what the table sums for.</summary>
    /// <param name="connection">To read with.</param>
    /// <param name="source">Table and column, of this source alone.</param>
    /// <param name="today">The day.</param>
    /// <param name="sum">The column that is summed: <c>nanos</c> or <c>byok_nanos</c>.</param>
    public static IEnumerable<(string Spender, Spend Usage)> Read(
        SqliteConnection connection, (string Table, string Column) source, DateOnly today, string sum = "nanos")
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {source.Column}, SUM({sum}), SUM(CASE WHEN day = $day THEN {sum} ELSE 0 END),
                   SUM(CASE WHEN day >= $week THEN {sum} ELSE 0 END), SUM(CASE WHEN day >= $month THEN {sum} ELSE 0 END)
            FROM {source.Table} GROUP BY {source.Column}
            """;
        _ = command.Parameters.AddWithValue("$day", today.DayNumber);
        _ = command.Parameters.AddWithValue("$week", UtcWindows.WeekStart(today).DayNumber);
        _ = command.Parameters.AddWithValue("$month", UtcWindows.MonthStart(today).DayNumber);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (
                reader.GetString(0),
                new Spend(new Usd(reader.GetInt64(1)), new Usd(reader.GetInt64(2)), new Usd(reader.GetInt64(3)), new Usd(reader.GetInt64(4))));
        }
    }
}
