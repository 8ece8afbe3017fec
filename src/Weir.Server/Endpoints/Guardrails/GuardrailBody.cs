using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Guardrails;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Reads what a guardrail is to be; what the body leaves out stays as it is.</summary>
internal sealed class GuardrailBody(ManagementBody body, CatalogSnapshot catalog)
{
    private const int LongestName = 200;
    private const int LongestDescription = 1_000;
    private const int MostNames = 1_000;
    private const int LongestItem = 256;

    private static readonly string[] Members =
    [
        "name", "description", "limit_usd", "reset_interval", "include_byok_in_budgets", "allowed_models", "ignored_models",
        "allowed_providers", "ignored_providers",
        "enforce_zdr", "enforce_zdr_anthropic", "enforce_zdr_openai", "enforce_zdr_google", "enforce_zdr_xai", "enforce_zdr_other",
        "enable_free_model_publication", "enable_free_model_training", "enable_paid_model_training", "content_filters", "content_filter_builtins",
    ];

    /// <summary>The body of a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="catalog">Knows models by all their names.</param>
    /// <param name="others">Members beside those of every guardrail.</param>
    /// <exception cref="GatewayException">400: not a JSON object of these members. 413: too large.</exception>
    public static async Task<GuardrailBody> ReadAsync(HttpContext context, CatalogSnapshot catalog, params string[] others) =>
        new(await ManagementBody.ReadAsync(context, [.. Members, .. others]), catalog);

    public string? WorkspaceId => body.Text("workspace_id");

    public string RequiredName() => body.RequiredText("name", LongestName);

    /// <summary>A guardrail with the changes.</summary>
    /// <exception cref="GatewayException">400: a member that is wrong. 501: a filter that this version does not have.</exception>
    public GuardrailRow Change(GuardrailRow row) => row with
    {
        Name = body.Has("name") ? RequiredName() : row.Name,
        Description = body.Has("description") ? body.Text("description", LongestDescription) : row.Description,
        Limit = body.Has("limit_usd") ? body.Money("limit_usd") : row.Limit,
        Reset = body.Has("reset_interval") ? body.Reset("reset_interval") : row.Reset,
        IncludeByokInBudgets = body.Flag("include_byok_in_budgets") ?? row.IncludeByokInBudgets,
        AllowedModels = Models("allowed_models", row.AllowedModels),
        IgnoredModels = Models("ignored_models", row.IgnoredModels),
        AllowedProviders = Names("allowed_providers", row.AllowedProviders),
        IgnoredProviders = Names("ignored_providers", row.IgnoredProviders),
        ZeroRetention = ZeroRetention(row.ZeroRetention),
        EnableFreePublication = Flag("enable_free_model_publication", row.EnableFreePublication),
        EnableFreeTraining = Flag("enable_free_model_training", row.EnableFreeTraining),
        EnablePaidTraining = Flag("enable_paid_model_training", row.EnablePaidTraining),
        ContentFilters = body.Has("content_filters") ? FilterBody.Custom(body.Items("content_filters", FilterBody.Most)) : row.ContentFilters,
        BuiltinFilters = body.Has("content_filter_builtins") ? FilterBody.Builtin(body.Items("content_filter_builtins", FilterBody.Most)) : row.BuiltinFilters,
    };

    private ZeroRetentionRow ZeroRetention(ZeroRetentionRow row) => new()
    {
        Anthropic = Group("enforce_zdr_anthropic", row.Anthropic),
        OpenAI = Group("enforce_zdr_openai", row.OpenAI),
        Google = Group("enforce_zdr_google", row.Google),
        XAI = Group("enforce_zdr_xai", row.XAI),
        Other = Group("enforce_zdr_other", row.Other),
    };

    // The older member stands for those of the groups that the request leaves out.
    private bool? Group(string name, bool? before) => Flag(name, Flag("enforce_zdr", before));

    private bool? Flag(string name, bool? before) => body.Has(name) ? body.Flag(name) : before;

    private ImmutableArray<string>? Names(string name, ImmutableArray<string>? before) =>
        body.Has(name) ? Distinct(body.Texts(name, MostNames, LongestItem)) : before;

    // Models are kept by the slug that does not change. One that is not in the catalogue is kept as it is called: it may be there tomorrow.
    private ImmutableArray<string>? Models(string name, ImmutableArray<string>? before) =>
        body.Has(name) ? Distinct(body.Texts(name, MostNames, LongestItem)?.Select(model => catalog.Find(model)?.CanonicalSlug ?? model)) : before;

    private static ImmutableArray<string>? Distinct(IEnumerable<string>? names) => names is null ? null : [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
}
