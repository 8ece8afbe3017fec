using Microsoft.Data.Sqlite;
using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes sign-in links, and takes each one out once.</summary>
internal static class LoginLinkTable
{
    private const string SaveSql = """
        INSERT INTO login_links (hash, user_id, expires_at) VALUES ($hash, $user_id, $expires_at);
        DELETE FROM login_links WHERE expires_at <= $now;
        DELETE FROM login_links WHERE hash IN (SELECT hash FROM login_links ORDER BY expires_at DESC LIMIT -1 OFFSET $capacity);
        """;

    public static void Save(SqliteConnection connection, LoginLinkRow link, DateTimeOffset now)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        _ = command.Parameters.AddWithValue("$hash", link.Hash.ToString());
        _ = command.Parameters.AddWithValue("$user_id", (object?)link.UserId ?? DBNull.Value);
        _ = command.Parameters.AddWithValue("$expires_at", SqliteValues.Micros(link.ExpiresAt));
        _ = command.Parameters.AddWithValue("$now", SqliteValues.Micros(now));
        _ = command.Parameters.AddWithValue("$capacity", LoginLinkRow.Capacity);
        _ = command.ExecuteNonQuery();
    }

    /// <summary>Removes a link and gives it; null when it is not there or has expired.</summary>
    public static LoginLinkRow? Take(SqliteConnection connection, KeyHash hash, DateTimeOffset now)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM login_links WHERE hash = $hash AND expires_at > $now RETURNING user_id, expires_at";
        _ = command.Parameters.AddWithValue("$hash", hash.ToString());
        _ = command.Parameters.AddWithValue("$now", SqliteValues.Micros(now));
        using var reader = command.ExecuteReader();
        return reader.Read() ? new LoginLinkRow(hash, SqliteValues.Time(reader.GetInt64(1)), reader.Text("user_id")) : null;
    }
}
