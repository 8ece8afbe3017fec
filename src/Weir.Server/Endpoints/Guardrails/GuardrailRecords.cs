using Microsoft.AspNetCore.Http;
using Weir.Gateway.Guardrails;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Guardrails;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Shows guardrails as wire records.</summary>
internal static class GuardrailRecords
{
    /// <summary>Answers with one guardrail.</summary>
    public static Task WriteAsync(HttpContext context, GuardrailRow row, int status = StatusCodes.Status200OK) =>
        WireResponse.WriteAsync(context, new DataResponse<GuardrailRecord>(Of(row)), WireJson.Default.DataResponseGuardrailRecord, status);

    public static GuardrailRecord Of(GuardrailRow row) => new()
    {
        Id = row.Id.ToString(),
        Name = row.Name,
        Description = row.Description,
        WorkspaceId = row.WorkspaceId.ToString(),
        LimitUsd = row.Limit,
        ResetInterval = row.Reset == LimitReset.Never ? null : row.Reset.ToString().ToLowerInvariant(),
        IncludeByokInBudgets = row.IncludeByokInBudgets,
        AllowedModels = row.AllowedModels,
        IgnoredModels = row.IgnoredModels,
        AllowedProviders = row.AllowedProviders,
        IgnoredProviders = row.IgnoredProviders,
        EnforceZdr = row.ZeroRetention.All,
        EnforceZdrAnthropic = row.ZeroRetention.Anthropic,
        EnforceZdrOpenai = row.ZeroRetention.OpenAI,
        EnforceZdrGoogle = row.ZeroRetention.Google,
        EnforceZdrXai = row.ZeroRetention.XAI,
        EnforceZdrOther = row.ZeroRetention.Other,
        EnableFreeModelPublication = row.EnableFreePublication,
        EnableFreeModelTraining = row.EnableFreeTraining,
        EnablePaidModelTraining = row.EnablePaidTraining,
        ContentFilters = row.ContentFilters is { } filters ? [.. filters.Select(Of)] : null,
        ContentFilterBuiltins = row.BuiltinFilters is { } builtins ? [.. builtins.Select(Of)] : null,
        CreatedAt = WireTime.Format(row.CreatedAt),
        UpdatedAt = row.UpdatedAt is { } updated ? WireTime.Format(updated) : null,
    };

    private static ContentFilterRecord Of(ContentFilterRow row) => new() { Pattern = row.Pattern, Action = NameOf(row.Action), Label = row.Label };

    private static BuiltinFilterRecord Of(BuiltinFilterRow row) => new()
    {
        Slug = row.Slug,
        Action = NameOf(row.Action),
        Label = BuiltinFilters.LabelOf(row.Slug),
        ScanScope = row.Slug != BuiltinFilters.PromptInjectionSlug ? null : row.UserOnly ? "user_only" : "all_messages",
    };

    private static string NameOf(FilterAction action) => action.ToString().ToLowerInvariant();
}
