using Microsoft.Data.Sqlite;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Reads generation rows; <see cref="GenerationInserter"/> writes them.</summary>
internal static class GenerationTable
{
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
}
