using System.Collections.Immutable;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Guardrails.Patterns;
using Weir.Ledger.Guardrails;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Reads the content filters that a guardrail is to have.</summary>
internal static class FilterBody
{
    /// <summary>Filters of one kind in one guardrail.</summary>
    public const int Most = 100;

    private const int LongestLabel = 100;
    private const int LongestSlug = 100;

    public static ImmutableArray<ContentFilterRow>? Custom(ManagementBody[]? items) => items is null ? null : [.. items.Select(Custom)];

    public static ImmutableArray<BuiltinFilterRow>? Builtin(ManagementBody[]? items)
    {
        if (items is null)
        {
            return null;
        }

        ImmutableArray<BuiltinFilterRow> filters = [.. items.Select(Builtin)];
        return filters.GroupBy(filter => filter.Slug, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw Refusal.Invalid($"'content_filter_builtins' has '{twice.Key}' more than once.")
            : filters;
    }

    private static ContentFilterRow Custom(ManagementBody item)
    {
        item.Allow("pattern", "action", "label");
        var pattern = item.RequiredText("pattern", JsPattern.Longest);
        try
        {
            _ = JsPattern.Compile(pattern);
        }
        catch (InvalidPatternException wrong)
        {
            var shown = pattern.Length <= LongestLabel ? pattern : pattern[..LongestLabel] + "…";
            throw Refusal.Invalid($"invalid_regex_pattern: the pattern '{shown}' cannot be used: {wrong.Message}.");
        }

        return new ContentFilterRow(pattern, ActionOf(item), item.Text("label", LongestLabel));
    }

    private static BuiltinFilterRow Builtin(ManagementBody item)
    {
        // A label is taken and ignored: the server gives it.
        item.Allow("slug", "action", "scan_scope", "label");
        var slug = item.RequiredText("slug", LongestSlug);
        if (!BuiltinFilters.Has(slug))
        {
            throw Refusal.Invalid(
                $"There is no content filter '{slug}'; there are email, phone, ssn, credit-card, ip-address and {BuiltinFilters.PromptInjectionSlug}.");
        }

        if (!BuiltinFilters.IsBuilt(slug))
        {
            throw Refusal.NotBuilt($"The content filter '{slug}', which needs a model of language,");
        }

        BuiltinFilters.Prepare(slug);
        var scope = item.Text("scan_scope");
        if (scope is not (null or "user_only" or "all_messages"))
        {
            throw Refusal.Invalid($"'scan_scope' is '{scope}'; it can be user_only or all_messages.");
        }

        return new BuiltinFilterRow(slug, ActionOf(item), UserOnly: slug != BuiltinFilters.PromptInjectionSlug || scope == "user_only");
    }

    private static FilterAction ActionOf(ManagementBody item) => item.Text("action") switch
    {
        "redact" => FilterAction.Redact,
        "block" => FilterAction.Block,
        "flag" => FilterAction.Flag,
        null => throw Refusal.Invalid("'action' of a content filter is missing; it can be redact, block or flag."),
        var other => throw Refusal.Invalid($"'action' of a content filter is '{other}'; it can be redact, block or flag."),
    };
}
