using Weir.Ledger.Activity;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Records;

/// <summary>A column of exported generations.</summary>
/// <param name="Name">In the first line of CSV, and in each line of JSON.</param>
/// <param name="Value">A text, a number, true or false, or money; null where there is none.</param>
internal sealed record ExportColumn(string Name, Func<GenerationPlace, GenerationRow, object?> Value)
{
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        new("place", (place, _) => place.ToString()),
        new("id", (_, row) => row.Id.Value),
        new("created_at", (_, row) => WireTime.Format(row.CreatedAt)),
        new("workspace_id", (_, row) => row.WorkspaceId.ToString()),
        new("api_key_hash", (_, row) => row.KeyHash.ToString()),
        new("api_type", (_, row) => row.ApiType),
        new("requested_model", (_, row) => row.RequestedModel),
        new("model", (_, row) => row.Model),
        new("provider_name", (_, row) => row.ProviderName),
        new("upstream_id", (_, row) => row.UpstreamId),
        new("app_id", (_, row) => row.AppId),
        new("app_title", (_, row) => row.AppTitle),
        new("http_referer", (_, row) => row.HttpReferer),
        new("user_agent", (_, row) => row.UserAgent),
        new("external_user", (_, row) => row.ExternalUser),
        new("session_id", (_, row) => row.SessionId),
        new("streamed", (_, row) => row.Streamed),
        new("cancelled", (_, row) => row.Cancelled),
        new("status", (_, row) => (long)row.Status),
        new("error_type", (_, row) => row.ErrorType),
        new("finish_reason", (_, row) => row.FinishReason),
        new("native_finish_reason", (_, row) => row.NativeFinishReason),
        new("duration_ms", (_, row) => Milliseconds(row.DurationMs)),
        new("latency_ms", (_, row) => Milliseconds(row.LatencyMs)),
        new("tokens_prompt", (_, row) => row.PromptTokens),
        new("tokens_completion", (_, row) => row.CompletionTokens),
        new("tokens_reasoning", (_, row) => row.ReasoningTokens),
        new("tokens_cached", (_, row) => row.CachedTokens),
        new("usage_estimated", (_, row) => row.UsageEstimated),
        new("usage_usd", (_, row) => row.Charge),
        new("response_cache_source_id", (_, row) => row.ResponseCacheSourceId),
        new("trace_id", (_, row) => row.TraceId),
    ];

    private static decimal? Milliseconds(double? value) => value is { } milliseconds ? Math.Round((decimal)milliseconds, 3) : null;
}
