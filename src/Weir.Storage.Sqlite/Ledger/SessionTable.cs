using Microsoft.Data.Sqlite;
using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads sessions of the console.</summary>
internal static class SessionTable
{
    // Sign-ins are rare: each one clears up, so that the table needs no keeper. Past the capacity those go that end first.
    private const string SaveSql = """
        INSERT OR REPLACE INTO sessions (hash, key_hash, user_id, created_at, expires_at) VALUES ($hash, $key_hash, $user_id, $created_at, $expires_at);
        DELETE FROM sessions WHERE expires_at <= $created_at;
        DELETE FROM sessions WHERE hash IN (SELECT hash FROM sessions ORDER BY expires_at DESC LIMIT -1 OFFSET $capacity);
        """;

    public static void Save(SqliteConnection connection, SessionRow session)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        _ = command.Parameters.AddWithValue("$hash", session.Hash.ToString());
        _ = command.Parameters.AddWithValue("$key_hash", (object?)session.KeyHash?.ToString() ?? DBNull.Value);
        _ = command.Parameters.AddWithValue("$user_id", (object?)session.UserId ?? DBNull.Value);
        _ = command.Parameters.AddWithValue("$created_at", SqliteValues.Micros(session.CreatedAt));
        _ = command.Parameters.AddWithValue("$expires_at", SqliteValues.Micros(session.ExpiresAt));
        _ = command.Parameters.AddWithValue("$capacity", SessionDirectory.Capacity);
        _ = command.ExecuteNonQuery();
    }

    public static void Delete(SqliteConnection connection, KeyHash hash)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM sessions WHERE hash = $hash";
        _ = command.Parameters.AddWithValue("$hash", hash.ToString());
        _ = command.ExecuteNonQuery();
    }

    public static List<SessionRow> ReadAll(SqliteConnection connection, DateTimeOffset now)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM sessions WHERE expires_at > $now ORDER BY expires_at DESC LIMIT $capacity";
        _ = command.Parameters.AddWithValue("$now", SqliteValues.Micros(now));
        _ = command.Parameters.AddWithValue("$capacity", SessionDirectory.Capacity);
        using var reader = command.ExecuteReader();
        var sessions = new List<SessionRow>();
        while (reader.Read())
        {
            sessions.Add(Read(reader));
        }

        return sessions;
    }

    private static SessionRow Read(SqliteDataReader reader) => new()
    {
        Hash = HashOf(reader.RequiredText("hash")),
        KeyHash = reader.Text("key_hash") is { } key ? HashOf(key) : null,
        UserId = reader.Text("user_id"),
        CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
        ExpiresAt = SqliteValues.Time(reader.Number("expires_at") ?? 0),
    };

    private static KeyHash HashOf(string text) => KeyHash.TryParse(text, out var hash) ? hash : default;
}
