using System.Globalization;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Activity;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger.Usage;

/// <summary>Adds generations to the sums by hour, each once: the sums and how far they go change in one transaction.</summary>
internal static class UsageRollUp
{
    private const string Chosen = "FROM generations g WHERE g.id > $from AND g.id <= $to";

    private static readonly (string Column, string OfGeneration)[] Cell =
    [
        ("key_hash", "g.key_hash"), ("model", "g.model"), ("provider_name", "IFNULL(g.provider_name, '')"), ("finish_reason", "IFNULL(g.finish_reason, '')"),
        ("error_type", "IFNULL(g.error_type, '')"), ("context", UsageColumns.ContextLength), ("app_id", "IFNULL(g.app_id, 0)"), ("api_type", "g.api_type"),
        ("workspace_id", "g.workspace_id"),
    ];

    private static readonly string CellSql =
        $"INSERT OR IGNORE INTO usage_cells ({string.Join(", ", Cell.Select(part => part.Column))})"
        + $" SELECT DISTINCT {string.Join(", ", Cell.Select(part => part.OfGeneration))} {Chosen}";

    private static readonly string Joined =
        $"FROM generations g CROSS JOIN usage_cells c ON {string.Join(" AND ", Cell.Select(part => $"c.{part.Column} = {part.OfGeneration}"))}"
        + " WHERE g.id > $from AND g.id <= $to";

    private static readonly string HourSql = $"""
        INSERT INTO usage_hours SELECT g.created_at / 3600000000, c.id, {string.Join(", ", UsageColumns.Sums.Select(sum => $"SUM({sum.OfGeneration})"))} {Joined} GROUP BY 1, 2
        ON CONFLICT (hour, cell_id) DO UPDATE SET {string.Join(", ", UsageColumns.Sums.Select(sum => $"{sum.Name} = {sum.Name} + excluded.{sum.Name}"))}
        """;

    private static readonly string TimeSql = string.Join(";\n", Enum.GetValues<UsageTime>().Select(SqlOf));

    private static readonly string Sql = $"{CellSql};\n{HourSql};\n{TimeSql};\nUPDATE usage_progress SET rolled_up_to = $to";

    /// <summary>Inside the writer's transaction.</summary>
    /// <returns>How many were added.</returns>
    public static int Run(SqliteConnection connection, int limit)
    {
        var from = SqliteDatabase.ReadNumber(connection, "SELECT rolled_up_to FROM usage_progress");
        var to = Math.Min(from + limit, SqliteDatabase.ReadNumber(connection, "SELECT MAX(id) FROM generations"));
        if (to <= from)
        {
            return 0;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        _ = command.With("$from", from).With("$to", to).ExecuteNonQuery();
        return (int)(to - from);
    }

    private static string SqlOf(UsageTime time) => string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO usage_times SELECT g.created_at / 3600000000, {(int)time}, c.id, {UsageColumns.Bucket(time)}, COUNT(*) {Joined} AND {UsageColumns.Has(time)} GROUP BY 1, 3, 4
        ON CONFLICT (hour, kind, cell_id, bucket) DO UPDATE SET n = n + excluded.n
        """);
}
