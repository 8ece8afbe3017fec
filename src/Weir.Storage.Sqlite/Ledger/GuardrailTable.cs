using Microsoft.Data.Sqlite;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads guardrails.</summary>
internal static class GuardrailTable
{
    private static readonly string[] Columns =
    [
        "id", "workspace_id", "name", "description", "limit_nanos", "limit_reset", "include_byok", "allowed_models", "ignored_models", "allowed_providers",
        "ignored_providers", "zdr_anthropic", "zdr_openai", "zdr_google", "zdr_xai", "zdr_other", "free_publication", "free_training", "paid_training",
        "content_filters", "builtin_filters", "created_at", "updated_at",
    ];

    // Not INSERT OR REPLACE: a guardrail that is changed keeps its assignments and its time.
    private static readonly string SaveSql = $"""
        INSERT INTO guardrails ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "$" + column))})
        ON CONFLICT (id) DO UPDATE SET {string.Join(", ", Columns.Where(column => column is not ("id" or "created_at")).Select(column => $"{column} = excluded.{column}"))}
        """;

    public static void Save(SqliteConnection connection, GuardrailRow row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        Add("$id", row.Id.ToString());
        Add("$workspace_id", row.WorkspaceId.ToString());
        Add("$name", row.Name);
        Add("$description", row.Description);
        Add("$limit_nanos", row.Limit?.Nanos);
        Add("$limit_reset", (int)row.Reset);
        Add("$include_byok", row.IncludeByokInBudgets ? 1 : 0);
        Add("$allowed_models", FilterJson.WriteTexts(row.AllowedModels));
        Add("$ignored_models", FilterJson.WriteTexts(row.IgnoredModels));
        Add("$allowed_providers", FilterJson.WriteTexts(row.AllowedProviders));
        Add("$ignored_providers", FilterJson.WriteTexts(row.IgnoredProviders));
        Add("$zdr_anthropic", Number(row.ZeroRetention.Anthropic));
        Add("$zdr_openai", Number(row.ZeroRetention.OpenAI));
        Add("$zdr_google", Number(row.ZeroRetention.Google));
        Add("$zdr_xai", Number(row.ZeroRetention.XAI));
        Add("$zdr_other", Number(row.ZeroRetention.Other));
        Add("$free_publication", Number(row.EnableFreePublication));
        Add("$free_training", Number(row.EnableFreeTraining));
        Add("$paid_training", Number(row.EnablePaidTraining));
        Add("$content_filters", FilterJson.Write(row.ContentFilters));
        Add("$builtin_filters", FilterJson.Write(row.BuiltinFilters));
        Add("$created_at", SqliteValues.Micros(row.CreatedAt));
        Add("$updated_at", row.UpdatedAt is { } updated ? SqliteValues.Micros(updated) : null);
        _ = command.ExecuteNonQuery();

        void Add(string name, object? value) => CommandParameters.Bind(command, name, value);
    }

    /// <returns>Whether there was one.</returns>
    public static bool Delete(SqliteConnection connection, Guid id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM guardrails WHERE id = $id";
        return CommandParameters.Bind(command, "$id", id.ToString()).ExecuteNonQuery() == 1;
    }

    public static List<GuardrailRow> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM guardrails ORDER BY created_at, id";
        using var reader = command.ExecuteReader();
        var guardrails = new List<GuardrailRow>();
        while (reader.Read())
        {
            guardrails.Add(Read(reader));
        }

        return guardrails;
    }

    private static GuardrailRow Read(SqliteDataReader reader) => new()
    {
        Id = Guid.Parse(reader.RequiredText("id")),
        WorkspaceId = Guid.Parse(reader.RequiredText("workspace_id")),
        Name = reader.RequiredText("name"),
        Description = reader.Text("description"),
        Limit = reader.Number("limit_nanos") is { } limit ? new Usd(limit) : null,
        Reset = (LimitReset)(reader.Number("limit_reset") ?? 0),
        IncludeByokInBudgets = reader.Flag("include_byok"),
        AllowedModels = FilterJson.ReadTexts(reader.Text("allowed_models")),
        IgnoredModels = FilterJson.ReadTexts(reader.Text("ignored_models")),
        AllowedProviders = FilterJson.ReadTexts(reader.Text("allowed_providers")),
        IgnoredProviders = FilterJson.ReadTexts(reader.Text("ignored_providers")),
        ZeroRetention = new ZeroRetentionRow
        {
            Anthropic = Flag(reader.Number("zdr_anthropic")),
            OpenAI = Flag(reader.Number("zdr_openai")),
            Google = Flag(reader.Number("zdr_google")),
            XAI = Flag(reader.Number("zdr_xai")),
            Other = Flag(reader.Number("zdr_other")),
        },
        EnableFreePublication = Flag(reader.Number("free_publication")),
        EnableFreeTraining = Flag(reader.Number("free_training")),
        EnablePaidTraining = Flag(reader.Number("paid_training")),
        ContentFilters = FilterJson.ReadFilters(reader.Text("content_filters")),
        BuiltinFilters = FilterJson.ReadBuiltins(reader.Text("builtin_filters")),
        CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
        UpdatedAt = reader.Number("updated_at") is { } updated ? SqliteValues.Time(updated) : null,
    };

    private static int? Number(bool? flag) => flag is { } set ? set ? 1 : 0 : null;

    private static bool? Flag(long? number) => number is { } set ? set != 0 : null;
}
