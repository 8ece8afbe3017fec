using Microsoft.Data.Sqlite;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads workspaces and their budgets.</summary>
internal static class WorkspaceTable
{
    // Not INSERT OR REPLACE: that would remove another workspace with the same slug.
    private const string SaveSql = """
        INSERT INTO workspaces (id, slug, name, description, created_at, updated_at, created_by, include_byok, io_logging, io_sampling_rate, io_key_ids)
        VALUES ($id, $slug, $name, $description, $created_at, $updated_at, $created_by, $include_byok, $io_logging, $io_sampling_rate, $io_key_ids)
        ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, name = excluded.name, description = excluded.description, updated_at = excluded.updated_at,
          include_byok = excluded.include_byok, io_logging = excluded.io_logging, io_sampling_rate = excluded.io_sampling_rate, io_key_ids = excluded.io_key_ids
        """;

    private const string SaveBudgetSql = """
        INSERT OR REPLACE INTO budgets (workspace_id, reset, id, limit_nanos, created_at, updated_at)
        VALUES ($workspace_id, $reset, $id, $limit_nanos, $created_at, $updated_at)
        """;

    public static void Save(SqliteConnection connection, WorkspaceRow workspace)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        _ = CommandParameters.Bind(command, "$id", workspace.Id.ToString());
        _ = CommandParameters.Bind(command, "$slug", workspace.Slug);
        _ = CommandParameters.Bind(command, "$name", workspace.Name);
        _ = CommandParameters.Bind(command, "$description", workspace.Description);
        _ = CommandParameters.Bind(command, "$created_at", SqliteValues.Micros(workspace.CreatedAt));
        _ = CommandParameters.Bind(command, "$updated_at", workspace.UpdatedAt is { } updated ? SqliteValues.Micros(updated) : null);
        _ = CommandParameters.Bind(command, "$created_by", workspace.CreatedBy);
        _ = CommandParameters.Bind(command, "$include_byok", workspace.IncludeByokInBudgets ? 1 : 0);
        LoggingColumns.Bind(command, workspace.Logging);
        _ = command.ExecuteNonQuery();
        WorkspaceDefaultsTable.Save(connection, workspace);
    }

    public static void Delete(SqliteConnection connection, Guid id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM workspaces WHERE id = $id; DELETE FROM budgets WHERE workspace_id = $id; DELETE FROM members WHERE workspace_id = $id; DELETE FROM group_mappings WHERE workspace_id = $id";
        _ = CommandParameters.Bind(command, "$id", id.ToString());
        _ = command.ExecuteNonQuery();
    }

    public static List<WorkspaceRow> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM workspaces";
        using var reader = command.ExecuteReader();
        var workspaces = new List<WorkspaceRow>();
        while (reader.Read())
        {
            workspaces.Add(WorkspaceDefaultsTable.Read(reader, new WorkspaceRow
            {
                Id = Guid.Parse(reader.RequiredText("id")),
                Slug = reader.RequiredText("slug"),
                Name = reader.RequiredText("name"),
                Description = reader.Text("description"),
                CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
                UpdatedAt = reader.Number("updated_at") is { } updated ? SqliteValues.Time(updated) : null,
                CreatedBy = reader.Text("created_by"),
                IncludeByokInBudgets = reader.Flag("include_byok"),
                Logging = LoggingColumns.Read(reader),
            }));
        }

        return workspaces;
    }

    /// <summary>Spend of each workspace in all and in the windows around a day.</summary>
    /// <param name="connection">To read with.</param>
    /// <param name="today">The day.</param>
    /// <param name="sum">Which spend: a column of the days.</param>
    public static Dictionary<Guid, Spend> ReadUsage(SqliteConnection connection, DateOnly today, string sum = "nanos") =>
        SpendDays.Read(connection, ("workspace_days", "workspace_id"), today, sum).ToDictionary(known => Guid.Parse(known.Spender), known => known.Usage);

    public static void SaveBudget(SqliteConnection connection, BudgetRow budget)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveBudgetSql;
        _ = CommandParameters.Bind(command, "$workspace_id", budget.WorkspaceId.ToString());
        _ = CommandParameters.Bind(command, "$reset", (int)budget.Reset);
        _ = CommandParameters.Bind(command, "$id", budget.Id.ToString());
        _ = CommandParameters.Bind(command, "$limit_nanos", budget.Limit.Nanos);
        _ = CommandParameters.Bind(command, "$created_at", SqliteValues.Micros(budget.CreatedAt));
        _ = CommandParameters.Bind(command, "$updated_at", SqliteValues.Micros(budget.UpdatedAt));
        _ = command.ExecuteNonQuery();
    }

    public static bool DeleteBudget(SqliteConnection connection, Guid workspaceId, LimitReset reset)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM budgets WHERE workspace_id = $workspace_id AND reset = $reset";
        _ = CommandParameters.Bind(command, "$workspace_id", workspaceId.ToString());
        _ = CommandParameters.Bind(command, "$reset", (int)reset);
        return command.ExecuteNonQuery() == 1;
    }

    public static List<BudgetRow> ReadBudgets(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM budgets";
        using var reader = command.ExecuteReader();
        var budgets = new List<BudgetRow>();
        while (reader.Read())
        {
            budgets.Add(new BudgetRow
            {
                Id = Guid.Parse(reader.RequiredText("id")),
                WorkspaceId = Guid.Parse(reader.RequiredText("workspace_id")),
                Reset = (LimitReset)(reader.Number("reset") ?? 0),
                Limit = new Usd(reader.Number("limit_nanos") ?? 0),
                CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
                UpdatedAt = SqliteValues.Time(reader.Number("updated_at") ?? 0),
            });
        }

        return budgets;
    }
}
