using Weir.Gateway.Guardrails.Filters;
using Weir.Gateway.Guardrails.Patterns;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Guardrails;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Guardrails;

/// <summary>Makes one policy of the guardrails that are in force for a caller.</summary>
/// <param name="patterns">Matchers that are made already, by their pattern.</param>
internal sealed class PolicyBuilder(IDictionary<string, MatchFinder> patterns)
{
    private readonly Dictionary<string, TextFilter> _filters = new(StringComparer.Ordinal);

    public GuardrailPolicy Build(in AppliedGuardrails applied)
    {
        var rows = new List<GuardrailRow>();
        foreach (var scope in (GuardrailScope[])[GuardrailScope.Workspace, GuardrailScope.Member, GuardrailScope.Key])
        {
            if (applied[scope] is { } row)
            {
                rows.Add(row);
                AddFilters(row, scope);
            }
        }

        return new GuardrailPolicy(new CallerRestrictions([.. rows]), [.. _filters.Values]);
    }

    private void AddFilters(GuardrailRow row, GuardrailScope scope)
    {
        foreach (var builtin in row.BuiltinFilters ?? [])
        {
            Add("builtin " + builtin.Slug, new TextFilter
            {
                Find = BuiltinFilters.FinderOf(builtin.Slug),
                Action = builtin.Action,
                Placeholder = BuiltinFilters.LabelOf(builtin.Slug),
                Label = BuiltinFilters.LabelOf(builtin.Slug),
                UserOnly = builtin.Slug != BuiltinFilters.PromptInjectionSlug || builtin.UserOnly,
                SeeksInjection = builtin.Slug == BuiltinFilters.PromptInjectionSlug,
                GuardrailId = row.Id,
                Scope = scope,
            });
        }

        foreach (var custom in row.ContentFilters ?? [])
        {
            Add("custom " + custom.Pattern, new TextFilter
            {
                Find = FinderOf(custom.Pattern),
                Action = custom.Action,
                Placeholder = Bracketed(custom.Label) ?? "[REDACTED]",
                Label = Bracketed(custom.Label) ?? "[BLOCKED]",
                GuardrailId = row.Id,
                Scope = scope,
            });
        }
    }

    // The same filter from several guardrails: the strictest action, and the most that anybody wants searched.
    private void Add(string name, TextFilter filter)
    {
        if (_filters.TryGetValue(name, out var known))
        {
            filter = (filter.Action > known.Action ? filter : known) with { UserOnly = filter.UserOnly && known.UserOnly };
        }

        _filters[name] = filter;
    }

    private MatchFinder FinderOf(string pattern)
    {
        if (!patterns.TryGetValue(pattern, out var finder))
        {
            finder = Compile(pattern);
            patterns[pattern] = finder;
        }

        return finder;
    }

    private static MatchFinder Compile(string pattern)
    {
        try
        {
            var finders = JsPattern.Compile(pattern).Select(regex => new RegexFinder(regex)).ToArray();
            return (text, budget, found) => Array.ForEach(finders, finder => finder.Find(text, budget, found));
        }
        catch (InvalidPatternException)
        {
            // It was refused when it was written, unless another version wrote it. What cannot be searched is not sent on unsearched.
            return static (_, _, _) => throw new GatewayException(GatewayError.Gateway(
                GatewayErrorCode.Internal,
                "A content filter of your guardrails has a pattern that this version cannot read. Ask your org admin to write it anew."));
        }
    }

    private static string? Bracketed(string? label) => string.IsNullOrEmpty(label) ? null : label is ['[', .., ']'] ? label : $"[{label}]";
}
