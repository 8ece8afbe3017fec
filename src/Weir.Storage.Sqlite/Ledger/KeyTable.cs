using System.Globalization;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads keys. Every change raises the version that running servers watch.</summary>
internal static class KeyTable
{
    // A key of a user who is kept out is never on, also when it is made while that happens.
    private const string SaveSql = """
        INSERT OR REPLACE INTO keys (hash, label, name, kind, workspace_id, disabled, limit_nanos, limit_reset, include_byok, created_at, updated_at, expires_at, creator_user_id)
        VALUES ($hash, $label, $name, $kind, $workspace_id, $disabled OR EXISTS (SELECT 1 FROM users WHERE id = $creator_user_id AND disabled = 1), $limit_nanos, $limit_reset, $include_byok, $created_at, $updated_at, $expires_at, $creator_user_id)
        """;

    private const string RaiseVersionSql =
        "INSERT INTO settings (name, value) VALUES ('keys_version', '1') ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1";

    public static long ReadVersion(SqliteConnection connection) =>
        long.Parse(SettingTable.Read(connection, "keys_version") ?? "0", CultureInfo.InvariantCulture);

    public static void Save(SqliteConnection connection, KeyRow key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"{SaveSql}; {RaiseVersionSql}";
        Add("$hash", key.Hash.ToString());
        Add("$label", key.Label);
        Add("$name", key.Name);
        Add("$kind", (int)key.Kind);
        Add("$workspace_id", key.WorkspaceId.ToString());
        Add("$disabled", key.Disabled ? 1 : 0);
        Add("$limit_nanos", key.Limit?.Nanos);
        Add("$limit_reset", (int)key.LimitReset);
        Add("$include_byok", key.IncludeByokInLimit ? 1 : 0);
        Add("$created_at", SqliteValues.Micros(key.CreatedAt));
        Add("$updated_at", key.UpdatedAt is { } updated ? SqliteValues.Micros(updated) : null);
        Add("$expires_at", key.ExpiresAt is { } expires ? SqliteValues.Micros(expires) : null);
        Add("$creator_user_id", key.CreatorUserId);
        _ = command.ExecuteNonQuery();

        void Add(string name, object? value) => command.Parameters.AddWithValue(name, value ?? DBNull.Value);
    }

    /// <summary>Disables the keys that a user made.</summary>
    public static void DisableOf(SqliteConnection connection, string user)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE keys SET disabled = 1 WHERE creator_user_id = $user; {RaiseVersionSql}";
        _ = command.Parameters.AddWithValue("$user", user);
        _ = command.ExecuteNonQuery();
    }

    public static void Delete(SqliteConnection connection, KeyHash hash)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"DELETE FROM keys WHERE hash = $hash; DELETE FROM sessions WHERE key_hash = $hash; {RaiseVersionSql}";
        _ = command.Parameters.AddWithValue("$hash", hash.ToString());
        _ = command.ExecuteNonQuery();
    }

    public static List<KeyRow> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM keys";
        using var reader = command.ExecuteReader();
        var keys = new List<KeyRow>();
        while (reader.Read())
        {
            keys.Add(Read(reader));
        }

        return keys;
    }

    /// <summary>Spend of each key in all and in the windows around a day.</summary>
    /// <param name="connection">To read with.</param>
    /// <param name="today">The day.</param>
    /// <param name="sum">Which spend: a column of the days.</param>
    public static Dictionary<KeyHash, Spend> ReadUsage(SqliteConnection connection, DateOnly today, string sum = "nanos")
    {
        var usage = new Dictionary<KeyHash, Spend>();
        foreach (var (key, spent) in SpendDays.Read(connection, ("key_days", "key_hash"), today, sum))
        {
            if (KeyHash.TryParse(key, out var hash))
            {
                usage[hash] = spent;
            }
        }

        return usage;
    }

    private static KeyRow Read(SqliteDataReader reader) => new()
    {
        Hash = KeyHash.TryParse(reader.RequiredText("hash"), out var hash) ? hash : default,
        Label = reader.RequiredText("label"),
        Name = reader.RequiredText("name"),
        Kind = (KeyKind)(reader.Number("kind") ?? 0),
        WorkspaceId = Guid.Parse(reader.RequiredText("workspace_id")),
        Disabled = reader.Flag("disabled"),
        Limit = reader.Number("limit_nanos") is { } limit ? new Usd(limit) : null,
        LimitReset = (LimitReset)(reader.Number("limit_reset") ?? 0),
        IncludeByokInLimit = reader.Flag("include_byok"),
        CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
        UpdatedAt = reader.Number("updated_at") is { } updated ? SqliteValues.Time(updated) : null,
        ExpiresAt = reader.Number("expires_at") is { } expires ? SqliteValues.Time(expires) : null,
        CreatorUserId = reader.Text("creator_user_id"),
    };
}
