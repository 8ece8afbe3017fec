using Microsoft.Data.Sqlite;
using Weir.Ledger.Workspaces;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Columns of a workspace with what it says for requests that say nothing.</summary>
internal static class WorkspaceDefaultsTable
{
    public const string Migration = """
        ALTER TABLE workspaces ADD COLUMN default_text_model TEXT;
        ALTER TABLE workspaces ADD COLUMN default_image_model TEXT;
        ALTER TABLE workspaces ADD COLUMN default_provider_sort TEXT;
        """;

    private const string SaveSql =
        "UPDATE workspaces SET default_text_model = $text_model, default_image_model = $image_model, default_provider_sort = $sort WHERE id = $id";

    /// <summary>In the transaction that saved the workspace.</summary>
    public static void Save(SqliteConnection connection, WorkspaceRow workspace)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        _ = CommandParameters.Bind(command, "$id", workspace.Id.ToString());
        _ = CommandParameters.Bind(command, "$text_model", workspace.DefaultTextModel);
        _ = CommandParameters.Bind(command, "$image_model", workspace.DefaultImageModel);
        _ = CommandParameters.Bind(command, "$sort", workspace.DefaultProviderSort);
        _ = command.ExecuteNonQuery();
    }

    public static WorkspaceRow Read(SqliteDataReader reader, WorkspaceRow workspace) => workspace with
    {
        DefaultTextModel = reader.Text("default_text_model"),
        DefaultImageModel = reader.Text("default_image_model"),
        DefaultProviderSort = reader.Text("default_provider_sort"),
    };
}
