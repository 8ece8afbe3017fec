using Weir.Ledger.Records;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>The columns of a generation as they are inserted: each with where its value comes from.</summary>
internal static class GenerationColumns
{
    private static readonly (string Name, Func<WriterStatement, int, GenerationRow, WriterStatement> Bind)[] All =
    [
        ("generation_id", static (insert, place, row) => insert.Bind(place, row.Id.Value)),
        ("key_hash", static (insert, place, row) => insert.Bind(place, row.KeyHash.ToString())),
        ("workspace_id", static (insert, place, row) => insert.Bind(place, row.WorkspaceId.ToString())),
        ("created_at", static (insert, place, row) => insert.Bind(place, SqliteValues.Micros(row.CreatedAt))),
        ("api_type", static (insert, place, row) => insert.Bind(place, row.ApiType)),
        ("requested_model", static (insert, place, row) => insert.Bind(place, row.RequestedModel)),
        ("model", static (insert, place, row) => insert.Bind(place, row.Model)),
        ("provider_name", static (insert, place, row) => insert.Bind(place, row.ProviderName)),
        ("upstream_id", static (insert, place, row) => insert.Bind(place, row.UpstreamId)),
        ("response_cache_source_id", static (insert, place, row) => insert.Bind(place, row.ResponseCacheSourceId)),
        ("external_user", static (insert, place, row) => insert.Bind(place, row.ExternalUser)),
        ("session_id", static (insert, place, row) => insert.Bind(place, row.SessionId)),
        ("http_referer", static (insert, place, row) => insert.Bind(place, row.HttpReferer)),
        ("app_title", static (insert, place, row) => insert.Bind(place, row.AppTitle)),
        ("user_agent", static (insert, place, row) => insert.Bind(place, row.UserAgent)),
        ("trace_id", static (insert, place, row) => insert.Bind(place, row.TraceId)),
        ("span_id", static (insert, place, row) => insert.Bind(place, row.SpanId)),
        ("parent_span_id", static (insert, place, row) => insert.Bind(place, row.ParentSpanId)),
        ("streamed", static (insert, place, row) => insert.Bind(place, row.Streamed)),
        ("cancelled", static (insert, place, row) => insert.Bind(place, row.Cancelled)),
        ("finish_reason", static (insert, place, row) => insert.Bind(place, row.FinishReason)),
        ("native_finish_reason", static (insert, place, row) => insert.Bind(place, row.NativeFinishReason)),
        ("status", static (insert, place, row) => insert.Bind(place, row.Status)),
        ("error_type", static (insert, place, row) => insert.Bind(place, row.ErrorType)),
        ("error_message", static (insert, place, row) => insert.Bind(place, row.ErrorMessage)),
        ("duration_ms", static (insert, place, row) => insert.Bind(place, row.DurationMs)),
        ("latency_ms", static (insert, place, row) => insert.Bind(place, row.LatencyMs)),
        ("attempts", static (insert, place, row) => insert.Bind(place, row.AttemptsJson)),
        ("parts", static (insert, place, row) => insert.Bind(place, row.PartsJson)),
        ("prompt_tokens", static (insert, place, row) => insert.Bind(place, row.PromptTokens)),
        ("completion_tokens", static (insert, place, row) => insert.Bind(place, row.CompletionTokens)),
        ("reasoning_tokens", static (insert, place, row) => insert.Bind(place, row.ReasoningTokens)),
        ("cached_tokens", static (insert, place, row) => insert.Bind(place, row.CachedTokens)),
        ("usage_estimated", static (insert, place, row) => insert.Bind(place, row.UsageEstimated)),
        ("charge_nanos", static (insert, place, row) => insert.Bind(place, row.Charge.Nanos)),
        ("is_byok", static (insert, place, row) => insert.Bind(place, row.IsByok)),
        ("upstream_nanos", static (insert, place, row) => insert.Bind(place, row.UpstreamCost?.Nanos)),
        ("cache_nanos", static (insert, place, row) => insert.Bind(place, row.CacheDiscount?.Nanos)),
        ("web_nanos", static (insert, place, row) => insert.Bind(place, row.WebSearchCharge.Nanos)),
        ("router", static (insert, place, row) => insert.Bind(place, row.Router)),
        ("service_tier", static (insert, place, row) => insert.Bind(place, row.ServiceTier)),
        ("prompt_media", static (insert, place, row) => insert.Bind(place, row.PromptMedia)),
        ("prompt_sounds", static (insert, place, row) => insert.Bind(place, row.PromptSounds)),
        ("completion_media", static (insert, place, row) => insert.Bind(place, row.CompletionMedia)),
        ("image_tokens", static (insert, place, row) => insert.Bind(place, row.CompletionImageTokens)),
    ];

    /// <summary>The statement that inserts a generation; its last parameter is the number of its app.</summary>
    public static string InsertSql { get; } =
        $"INSERT INTO generations ({string.Join(", ", All.Select(column => column.Name))}, app_id) VALUES ({string.Join(", ", Enumerable.Range(1, All.Length + 1).Select(place => $"?{place}"))})";

    /// <summary>Sets the parameters of <see cref="InsertSql"/>.</summary>
    public static WriterStatement Bind(WriterStatement insert, GenerationRow row, long? appId)
    {
        for (var i = 0; i < All.Length; i++)
        {
            _ = All[i].Bind(insert, i + 1, row);
        }

        return insert.Bind(All.Length + 1, appId);
    }
}
