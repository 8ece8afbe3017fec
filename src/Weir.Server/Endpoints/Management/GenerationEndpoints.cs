using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol;
using Weir.Protocol.Errors;
using Weir.Protocol.Generations;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Management;

/// <summary>The record of one exchange, for the keys of its workspace and for management keys.</summary>
internal sealed class GenerationEndpoints(ILedgerStore ledger, Authorization authorization)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/api/v1/generation", authorization.AnyKey(ShowAsync));
        _ = routes.MapGet("/v1/generation", authorization.AnyKey(ShowAsync));
    }

    private async Task ShowAsync(HttpContext context, Caller caller)
    {
        var id = context.Request.Query["id"].ToString();
        if (id.Length == 0)
        {
            await ErrorResponse.WriteAsync(
                context, GatewayError.Client(GatewayErrorCode.InvalidRequest, "The query parameter 'id' is missing: GET /generation?id=gen-…"));
            return;
        }

        // A management key acts for every workspace.
        Guid? workspace = caller.Key.Kind == KeyKind.Management ? null : caller.WorkspaceId;
        if (await ledger.FindGenerationAsync(new GenerationId(id), workspace, context.RequestAborted) is not { } row)
        {
            await ErrorResponse.WriteAsync(context, GatewayError.Client(GatewayErrorCode.NotFound, $"There is no generation '{id}'."));
            return;
        }

        using var attempts = JsonDocument.Parse(row.AttemptsJson);
        using var parts = row.PartsJson is { } stored ? JsonDocument.Parse(stored) : null;
        var record = RecordOf(row, attempts.RootElement, parts?.RootElement);
        await WireResponse.WriteAsync(context, new DataResponse<GenerationRecord>(record), WireJson.Default.DataResponseGenerationRecord);
    }

    private static GenerationRecord RecordOf(GenerationRow row, JsonElement attempts, JsonElement? parts) => new()
    {
        Id = row.Id.Value,
        ApiType = row.ApiType,
        ApiKeyId = row.KeyHash.ToNumber(),
        AppId = row.AppId,
        CacheDiscount = row.CacheDiscount,
        Cancelled = row.Cancelled,
        CreatedAt = WireTime.Format(row.CreatedAt),
        ExternalUser = row.ExternalUser,
        FinishReason = row.FinishReason,
        NativeFinishReason = row.NativeFinishReason,
        GenerationTime = row.LatencyMs is { } latency ? Math.Round(row.DurationMs - latency, 3) : null,
        Latency = row.LatencyMs is { } first ? Math.Round(first, 3) : null,
        HttpReferer = row.HttpReferer,
        Origin = row.HttpReferer ?? "",
        UserAgent = row.UserAgent,
        Model = row.Model,
        ProviderName = row.ProviderName,
        ProviderResponses = attempts,
        Parts = parts,
        Router = row.Router,
        Streamed = row.Streamed,
        ServiceTier = row.ServiceTier,
        TokensPrompt = row.PromptTokens,
        TokensCompletion = row.CompletionTokens,
        NativeTokensPrompt = row.PromptTokens,
        NativeTokensCompletion = row.CompletionTokens,
        NativeTokensReasoning = row.ReasoningTokens,
        NativeTokensCached = row.CachedTokens,
        NativeTokensCompletionImages = row.CompletionImageTokens,
        NumMediaPrompt = row.PromptMedia,
        NumMediaCompletion = row.CompletionMedia,
        NumInputAudioPrompt = row.PromptSounds,
        Usage = row.Charge,
        TotalCost = row.Charge,
        IsByok = row.IsByok,
        UsageEstimated = row.UsageEstimated,
        UpstreamInferenceCost = row.UpstreamCost,
        UpstreamId = row.UpstreamId,
        ResponseCacheSourceId = row.ResponseCacheSourceId,
        WorkspaceId = row.WorkspaceId.ToString(),
        SessionId = row.SessionId,
        Status = row.Status,
        ErrorType = row.ErrorType,
        TraceId = row.TraceId,
    };
}
