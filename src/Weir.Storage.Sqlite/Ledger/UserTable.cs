using Microsoft.Data.Sqlite;
using Weir.Ledger.Organization;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads users.</summary>
internal static class UserTable
{
    // Not OR REPLACE: that would remove another user with the same address.
    private const string SaveSql = """
        INSERT INTO users (id, email, first_name, last_name, role, disabled, issuer, subject, external_id, signed_out_at, created_at, updated_at)
        VALUES ($id, $email, $first_name, $last_name, $role, $disabled, $issuer, $subject, $external_id, $signed_out_at, $created_at, $updated_at)
        ON CONFLICT (id) DO UPDATE SET email = excluded.email, first_name = excluded.first_name, last_name = excluded.last_name, role = excluded.role,
          disabled = excluded.disabled, issuer = excluded.issuer, subject = excluded.subject, external_id = excluded.external_id,
          signed_out_at = excluded.signed_out_at, updated_at = excluded.updated_at
        """;

    public static void Save(SqliteConnection connection, UserRow user)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        _ = CommandParameters.Bind(command, "$id", user.Id);
        _ = CommandParameters.Bind(command, "$email", user.Email);
        _ = CommandParameters.Bind(command, "$first_name", user.FirstName);
        _ = CommandParameters.Bind(command, "$last_name", user.LastName);
        _ = CommandParameters.Bind(command, "$role", (int)user.Role);
        _ = CommandParameters.Bind(command, "$disabled", user.Disabled ? 1 : 0);
        _ = CommandParameters.Bind(command, "$issuer", user.Issuer);
        _ = CommandParameters.Bind(command, "$subject", user.Subject);
        _ = CommandParameters.Bind(command, "$external_id", user.ExternalId);
        _ = CommandParameters.Bind(command, "$signed_out_at", user.SignedOutAt is { } at ? SqliteValues.Micros(at) : null);
        _ = CommandParameters.Bind(command, "$created_at", SqliteValues.Micros(user.CreatedAt));
        _ = CommandParameters.Bind(command, "$updated_at", SqliteValues.Micros(user.UpdatedAt));
        _ = command.ExecuteNonQuery();
    }

    /// <summary>Ends what a user could still come in by.</summary>
    public static void Expel(SqliteConnection connection, string user)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM sessions WHERE user_id = $user; DELETE FROM login_links WHERE user_id = $user";
        _ = CommandParameters.Bind(command, "$user", user);
        _ = command.ExecuteNonQuery();
        KeyTable.DisableOf(connection, user);
    }

    public static List<UserRow> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM users ORDER BY created_at, id";
        using var reader = command.ExecuteReader();
        var users = new List<UserRow>();
        while (reader.Read())
        {
            users.Add(Read(reader));
        }

        return users;
    }

    private static UserRow Read(SqliteDataReader reader) => new()
    {
        Id = reader.RequiredText("id"),
        Email = reader.RequiredText("email"),
        FirstName = reader.Text("first_name"),
        LastName = reader.Text("last_name"),
        Role = (OrganizationRole)(reader.Number("role") ?? 0),
        Disabled = reader.Flag("disabled"),
        Issuer = reader.Text("issuer"),
        Subject = reader.Text("subject"),
        ExternalId = reader.Text("external_id"),
        SignedOutAt = reader.Number("signed_out_at") is { } at ? SqliteValues.Time(at) : null,
        CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
        UpdatedAt = SqliteValues.Time(reader.Number("updated_at") ?? 0),
    };
}
