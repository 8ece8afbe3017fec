using System.Collections.Immutable;
using Weir.Gateway.Guardrails;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Protocol.Guardrails;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Shows guardrails and assignments as wire records.</summary>
internal static class GuardrailRecords
{
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

    /// <summary>The assignments whose key is still there.</summary>
    public static ImmutableArray<KeyAssignmentRecord> OfKeys(IEnumerable<AssignmentRow> assignments, KeyDirectory keys) =>
    [
        .. from row in assignments
           where row.Kind == AssignmentKind.Key
           let key = KeyHash.TryParse(row.Subject, out var hash) ? keys.Find(hash) : null
           where key is not null
           select new KeyAssignmentRecord
           {
               Id = row.Id.ToString(),
               KeyHash = row.Subject,
               GuardrailId = row.GuardrailId.ToString(),
               KeyName = key.Key.Name,
               KeyLabel = key.Key.Label,
               AssignedBy = row.AssignedBy,
               CreatedAt = WireTime.Format(row.CreatedAt),
           },
    ];

    public static ImmutableArray<MemberAssignmentRecord> OfMembers(IEnumerable<AssignmentRow> assignments, Guid organization) =>
    [
        .. from row in assignments
           where row.Kind == AssignmentKind.Member
           select new MemberAssignmentRecord
           {
               Id = row.Id.ToString(),
               UserId = row.Subject,
               OrganizationId = organization.ToString(),
               GuardrailId = row.GuardrailId.ToString(),
               AssignedBy = row.AssignedBy,
               CreatedAt = WireTime.Format(row.CreatedAt),
           },
    ];

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
