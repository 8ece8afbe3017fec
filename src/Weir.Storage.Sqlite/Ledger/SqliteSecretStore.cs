using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Secrets;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Sealed credentials in <c>weir.db</c>.</summary>
public sealed class SqliteSecretStore : ISecretStore
{
    private const string KeyIdSetting = "secret_key_id";

    // No part of a list has a line end: slugs, hashes, ids.
    private const char Separator = '\n';

    private const string SaveSql = """
        INSERT OR REPLACE INTO provider_keys
          (id, provider, sealed, label, name, workspace_id, disabled, is_fallback, sort_order, allowed_models, allowed_key_hashes, allowed_user_ids, created_at)
        VALUES
          ($id, $provider, $sealed, $label, $name, $workspace_id, $disabled, $is_fallback, $sort_order, $allowed_models, $allowed_key_hashes, $allowed_user_ids, $created_at)
        """;

    private readonly LedgerDatabase _database;

    internal SqliteSecretStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public ValueTask<string?> ReadKeyIdAsync(CancellationToken cancellationToken) =>
        _database.ReadAsync(connection => SettingTable.Read(connection, KeyIdSetting), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ProviderKeyRow>> ReadProviderKeysAsync(CancellationToken cancellationToken) =>
        await _database.ReadAsync(ReadAll, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveProviderKeysAsync(IReadOnlyList<ProviderKeyRow> rows, string keyId, CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            foreach (var row in rows)
            {
                Save(connection, row);
            }

            SettingTable.Write(connection, KeyIdSetting, keyId);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> DeleteProviderKeyAsync(Guid id, CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM provider_keys WHERE id = $id";
            return CommandParameters.Bind(command, "$id", id.ToString()).ExecuteNonQuery() == 1;
        },
        cancellationToken);

    private static void Save(SqliteConnection connection, ProviderKeyRow row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        _ = CommandParameters.Bind(command, "$id", row.Id.ToString());
        _ = CommandParameters.Bind(command, "$provider", row.Provider);
        _ = CommandParameters.Bind(command, "$sealed", row.Sealed);
        _ = CommandParameters.Bind(command, "$label", row.Label);
        _ = CommandParameters.Bind(command, "$name", row.Name);
        _ = CommandParameters.Bind(command, "$workspace_id", row.WorkspaceId?.ToString());
        _ = CommandParameters.Bind(command, "$disabled", row.Disabled ? 1 : 0);
        _ = CommandParameters.Bind(command, "$is_fallback", row.IsFallback ? 1 : 0);
        _ = CommandParameters.Bind(command, "$sort_order", row.SortOrder);
        _ = CommandParameters.Bind(command, "$allowed_models", Join(row.AllowedModels));
        _ = CommandParameters.Bind(command, "$allowed_key_hashes", Join(row.AllowedKeyHashes));
        _ = CommandParameters.Bind(command, "$allowed_user_ids", Join(row.AllowedUserIds));
        _ = CommandParameters.Bind(command, "$created_at", SqliteValues.Micros(row.CreatedAt));
        _ = command.ExecuteNonQuery();
    }

    private static List<ProviderKeyRow> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM provider_keys ORDER BY provider, sort_order, created_at, id";
        using var reader = command.ExecuteReader();
        var rows = new List<ProviderKeyRow>();
        while (reader.Read())
        {
            rows.Add(new ProviderKeyRow
            {
                Id = Guid.Parse(reader.RequiredText("id")),
                Provider = reader.RequiredText("provider"),
                Sealed = reader.RequiredText("sealed"),
                Label = reader.RequiredText("label"),
                Name = reader.Text("name"),
                WorkspaceId = reader.Text("workspace_id") is { } workspace ? Guid.Parse(workspace) : null,
                Disabled = reader.Flag("disabled"),
                IsFallback = reader.Flag("is_fallback"),
                SortOrder = (int)(reader.Number("sort_order") ?? 0),
                AllowedModels = Split(reader.Text("allowed_models")),
                AllowedKeyHashes = Split(reader.Text("allowed_key_hashes")),
                AllowedUserIds = Split(reader.Text("allowed_user_ids")),
                CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
            });
        }

        return rows;
    }

    private static string? Join(ImmutableArray<string>? list) => list is { } items ? string.Join(Separator, items) : null;

    private static ImmutableArray<string>? Split(string? text) => text is null ? null : [.. text.Split(Separator, StringSplitOptions.RemoveEmptyEntries)];
}
