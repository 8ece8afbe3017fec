using Microsoft.Data.Sqlite;

namespace Weir.Server.Tests.Records;

/// <summary>Copies of the last generation, straight into the database of a running server.</summary>
internal static class MillionRows
{
    public static void Insert(string path, int count)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var columns = connection.CreateCommand();
        columns.CommandText = "SELECT group_concat(name) FROM pragma_table_info('generations') WHERE name NOT IN ('id', 'generation_id')";
        var names = (string)columns.ExecuteScalar()!;
        using var copy = connection.CreateCommand();
        copy.CommandText = $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
            INSERT INTO generations (generation_id, {names}) SELECT 'gen-copy-' || i, {names} FROM n, (SELECT * FROM generations ORDER BY id DESC LIMIT 1)
            """;
        copy.CommandTimeout = 120;
        _ = copy.ExecuteNonQuery();
    }
}
