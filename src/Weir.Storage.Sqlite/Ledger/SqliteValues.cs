using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Moves values between records and columns: nulls, times as Unix microseconds, days as day numbers.</summary>
internal static class SqliteValues
{
    private const int TicksPerMicrosecond = 10;

    public static void Bind(this SqliteCommand command, string name, object? value) => command.Parameters[name].Value = value ?? DBNull.Value;

    /// <summary>Sets a parameter, adding it the first time.</summary>
    public static SqliteCommand With(this SqliteCommand command, string name, object? value) => CommandParameters.Bind(command, name, value);

    public static long Micros(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TicksPerMicrosecond;

    public static DateTimeOffset Time(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TicksPerMicrosecond);

    public static string? Text(this SqliteDataReader reader, string column) =>
        reader.IsDBNull(reader.GetOrdinal(column)) ? null : reader.GetString(reader.GetOrdinal(column));

    public static string RequiredText(this SqliteDataReader reader, string column) => reader.GetString(reader.GetOrdinal(column));

    public static long? Number(this SqliteDataReader reader, string column) =>
        reader.IsDBNull(reader.GetOrdinal(column)) ? null : reader.GetInt64(reader.GetOrdinal(column));

    public static double? Real(this SqliteDataReader reader, string column) =>
        reader.IsDBNull(reader.GetOrdinal(column)) ? null : reader.GetDouble(reader.GetOrdinal(column));

    public static bool Flag(this SqliteDataReader reader, string column) => reader.GetInt64(reader.GetOrdinal(column)) != 0;
}
