using Microsoft.Data.Sqlite;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes generation rows with the entries of their charges, and reads them.</summary>
internal sealed class GenerationTable(PreparedCommands commands)
{
    private static readonly string[] Columns =
    [
        "generation_id", "key_hash", "workspace_id", "created_at", "requested_model", "model", "provider_name", "upstream_id", "streamed", "cancelled",
        "finish_reason", "native_finish_reason", "status", "error_type", "error_message", "duration_ms", "latency_ms", "prompt_tokens", "completion_tokens",
        "reasoning_tokens", "cached_tokens", "usage_estimated", "charge_nanos", "external_user", "session_id", "http_referer", "app_title", "user_agent",
        "attempts", "trace_id", "span_id", "parent_span_id", "api_type", "response_cache_source_id", "parts", "is_byok",
        "upstream_nanos", "app_id", "cache_nanos", "web_nanos", "router", "service_tier", "prompt_media", "prompt_sounds", "completion_media", "image_tokens",
    ];

    private static readonly string InsertSql =
        $"INSERT INTO generations ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "$" + column))})";

    private const string KeyDaySql = """
        INSERT INTO key_days (key_hash, day, nanos, byok_nanos) VALUES ($spender, $day, $nanos, $byok_nanos)
        ON CONFLICT (key_hash, day) DO UPDATE SET nanos = nanos + excluded.nanos, byok_nanos = byok_nanos + excluded.byok_nanos
        """;

    private const string WorkspaceDaySql = """
        INSERT INTO workspace_days (workspace_id, day, nanos, byok_nanos) VALUES ($spender, $day, $nanos, $byok_nanos)
        ON CONFLICT (workspace_id, day) DO UPDATE SET nanos = nanos + excluded.nanos, byok_nanos = byok_nanos + excluded.byok_nanos
        """;

    private readonly AppTable _apps = new(commands);

    /// <summary>Inside the writer's transaction.</summary>
    public void Insert(SqliteConnection connection, GenerationRow row, DateOnly admittedOn)
    {
        var insert = commands.Get(connection, InsertSql, Columns);
        BindIdentity(insert, row);
        BindOutcome(insert, row);
        BindUse(insert, row);
        BindDetails(insert, row);
        insert.Bind("$app_id", _apps.Note(connection, row));
        _ = insert.ExecuteNonQuery();
        if (row.Charge > Usd.Zero)
        {
            InsertCharge(connection, row, admittedOn);
        }

        if (row.Charge > Usd.Zero || row.UpstreamCost is not null)
        {
            AddToDay(connection, KeyDaySql, row.KeyHash.ToString(), admittedOn, row);
            AddToDay(connection, WorkspaceDaySql, row.WorkspaceId.ToString(), admittedOn, row);
        }
    }

    /// <summary>A generation of a workspace, or of any when none is named.</summary>
    public static GenerationRow? Find(SqliteConnection connection, GenerationId id, Guid? workspaceId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM generations WHERE generation_id = $id AND ($workspace IS NULL OR workspace_id = $workspace)";
        _ = command.Parameters.AddWithValue("$id", id.Value);
        _ = command.Parameters.AddWithValue("$workspace", (object?)workspaceId?.ToString() ?? DBNull.Value);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    public static List<GenerationRow> ReadLatest(SqliteConnection connection, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM generations ORDER BY id DESC LIMIT $limit";
        _ = command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var rows = new List<GenerationRow>();
        while (reader.Read())
        {
            rows.Add(Read(reader));
        }

        return rows;
    }

    internal static GenerationRow Read(SqliteDataReader reader) => new()
    {
        Id = new GenerationId(reader.RequiredText("generation_id")),
        KeyHash = KeyHash.TryParse(reader.RequiredText("key_hash"), out var hash) ? hash : default,
        WorkspaceId = Guid.Parse(reader.RequiredText("workspace_id")),
        CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
        ApiType = reader.RequiredText("api_type"),
        RequestedModel = reader.RequiredText("requested_model"),
        Model = reader.RequiredText("model"),
        ProviderName = reader.Text("provider_name"),
        UpstreamId = reader.Text("upstream_id"),
        ResponseCacheSourceId = reader.Text("response_cache_source_id"),
        Streamed = reader.Flag("streamed"),
        Cancelled = reader.Flag("cancelled"),
        FinishReason = reader.Text("finish_reason"),
        NativeFinishReason = reader.Text("native_finish_reason"),
        Status = (int)(reader.Number("status") ?? 0),
        ErrorType = reader.Text("error_type"),
        ErrorMessage = reader.Text("error_message"),
        DurationMs = reader.Real("duration_ms") ?? 0,
        LatencyMs = reader.Real("latency_ms"),
        PromptTokens = reader.Number("prompt_tokens"),
        CompletionTokens = reader.Number("completion_tokens"),
        ReasoningTokens = reader.Number("reasoning_tokens"),
        CachedTokens = reader.Number("cached_tokens"),
        UsageEstimated = reader.Flag("usage_estimated"),
        Charge = new Usd(reader.Number("charge_nanos") ?? 0),
        IsByok = reader.Flag("is_byok"),
        UpstreamCost = reader.Number("upstream_nanos") is { } upstream ? new Usd(upstream) : null,
        CacheDiscount = reader.Number("cache_nanos") is { } saved ? new Usd(saved) : null,
        WebSearchCharge = new Usd(reader.Number("web_nanos") ?? 0),
        Router = reader.Text("router"),
        ServiceTier = reader.Text("service_tier"),
        PromptMedia = reader.Number("prompt_media"),
        PromptSounds = reader.Number("prompt_sounds"),
        CompletionMedia = reader.Number("completion_media"),
        CompletionImageTokens = reader.Number("image_tokens"),
        ExternalUser = reader.Text("external_user"),
        SessionId = reader.Text("session_id"),
        HttpReferer = reader.Text("http_referer"),
        AppTitle = reader.Text("app_title"),
        AppId = reader.Number("app_id"),
        UserAgent = reader.Text("user_agent"),
        AttemptsJson = reader.RequiredText("attempts"),
        PartsJson = reader.Text("parts"),
        TraceId = reader.RequiredText("trace_id"),
        SpanId = reader.RequiredText("span_id"),
        ParentSpanId = reader.Text("parent_span_id"),
    };

    private void InsertCharge(SqliteConnection connection, GenerationRow row, DateOnly admittedOn)
    {
        var entry = commands.Get(connection, EntryTable.InsertSql, EntryTable.Columns);
        entry.Bind("$kind", (int)EntryKind.Charge);
        entry.Bind("$nanos", -row.Charge.Nanos);
        entry.Bind("$day", admittedOn.DayNumber);
        entry.Bind("$at", SqliteValues.Micros(row.CreatedAt));
        entry.Bind("$workspace_id", row.WorkspaceId.ToString());
        entry.Bind("$generation_id", row.Id.Value);
        entry.Bind("$actor", row.KeyHash.ToString());
        _ = entry.ExecuteNonQuery();
    }

    private void AddToDay(SqliteConnection connection, string sql, string spender, DateOnly day, GenerationRow row)
    {
        var command = commands.Get(connection, sql, ["spender", "day", "nanos", "byok_nanos"]);
        command.Bind("$spender", spender);
        command.Bind("$day", day.DayNumber);
        command.Bind("$nanos", row.Charge.Nanos);
        command.Bind("$byok_nanos", row.UpstreamCost?.Nanos ?? 0);
        _ = command.ExecuteNonQuery();
    }

    private static void BindIdentity(SqliteCommand insert, GenerationRow row)
    {
        insert.Bind("$generation_id", row.Id.Value);
        insert.Bind("$key_hash", row.KeyHash.ToString());
        insert.Bind("$workspace_id", row.WorkspaceId.ToString());
        insert.Bind("$created_at", SqliteValues.Micros(row.CreatedAt));
        insert.Bind("$api_type", row.ApiType);
        insert.Bind("$requested_model", row.RequestedModel);
        insert.Bind("$model", row.Model);
        insert.Bind("$provider_name", row.ProviderName);
        insert.Bind("$upstream_id", row.UpstreamId);
        insert.Bind("$response_cache_source_id", row.ResponseCacheSourceId);
        insert.Bind("$external_user", row.ExternalUser);
        insert.Bind("$session_id", row.SessionId);
        insert.Bind("$http_referer", row.HttpReferer);
        insert.Bind("$app_title", row.AppTitle);
        insert.Bind("$user_agent", row.UserAgent);
        insert.Bind("$trace_id", row.TraceId);
        insert.Bind("$span_id", row.SpanId);
        insert.Bind("$parent_span_id", row.ParentSpanId);
    }

    private static void BindOutcome(SqliteCommand insert, GenerationRow row)
    {
        insert.Bind("$streamed", row.Streamed ? 1 : 0);
        insert.Bind("$cancelled", row.Cancelled ? 1 : 0);
        insert.Bind("$finish_reason", row.FinishReason);
        insert.Bind("$native_finish_reason", row.NativeFinishReason);
        insert.Bind("$status", row.Status);
        insert.Bind("$error_type", row.ErrorType);
        insert.Bind("$error_message", row.ErrorMessage);
        insert.Bind("$duration_ms", row.DurationMs);
        insert.Bind("$latency_ms", row.LatencyMs);
        insert.Bind("$attempts", row.AttemptsJson);
        insert.Bind("$parts", row.PartsJson);
    }

    private static void BindUse(SqliteCommand insert, GenerationRow row)
    {
        insert.Bind("$prompt_tokens", row.PromptTokens);
        insert.Bind("$completion_tokens", row.CompletionTokens);
        insert.Bind("$reasoning_tokens", row.ReasoningTokens);
        insert.Bind("$cached_tokens", row.CachedTokens);
        insert.Bind("$usage_estimated", row.UsageEstimated ? 1 : 0);
        insert.Bind("$charge_nanos", row.Charge.Nanos);
        insert.Bind("$is_byok", row.IsByok ? 1 : 0);
        insert.Bind("$upstream_nanos", row.UpstreamCost?.Nanos);
    }

    private static void BindDetails(SqliteCommand insert, GenerationRow row)
    {
        insert.Bind("$cache_nanos", row.CacheDiscount?.Nanos);
        insert.Bind("$web_nanos", row.WebSearchCharge.Nanos);
        insert.Bind("$router", row.Router);
        insert.Bind("$service_tier", row.ServiceTier);
        insert.Bind("$prompt_media", row.PromptMedia);
        insert.Bind("$prompt_sounds", row.PromptSounds);
        insert.Bind("$completion_media", row.CompletionMedia);
        insert.Bind("$image_tokens", row.CompletionImageTokens);
    }
}
