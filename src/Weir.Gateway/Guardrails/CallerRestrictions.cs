using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Routing;
using Weir.Ledger.Guardrails;

namespace Weir.Gateway.Guardrails;

/// <summary>Which models and providers the guardrails of a caller let answer; no request can relax it.</summary>
/// <remarks>
/// What several guardrails allow is what each of them allows, what any of them ignores is ignored, and any of them can ask for zero retention or
/// forbid training. Names that the catalogue does not have stay in force: it may have them tomorrow.
/// </remarks>
public sealed class CallerRestrictions
{
    private static readonly FrozenSet<string> OwnGroups = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "anthropic", "openai", "google", "x-ai");

    private readonly ImmutableArray<FrozenSet<string>> _allowedModels;
    private readonly FrozenSet<string> _ignoredModels;
    private readonly ImmutableArray<ImmutableArray<string>> _allowedProviders;
    private readonly ImmutableArray<string> _ignoredProviders;
    private readonly FrozenSet<string> _zeroRetention;
    private readonly bool _forbidsFreePublication;
    private readonly bool _forbidsFreeTraining;
    private readonly bool _forbidsPaidTraining;

    internal CallerRestrictions(params ReadOnlySpan<GuardrailRow> guardrails)
    {
        var rows = guardrails.ToArray();
        _allowedModels = [.. rows.Select(row => row.AllowedModels).OfType<ImmutableArray<string>>().Select(SetOf)];
        _ignoredModels = SetOf(rows.SelectMany(row => row.IgnoredModels ?? []));
        _allowedProviders = [.. rows.Select(row => row.AllowedProviders).OfType<ImmutableArray<string>>()];
        _ignoredProviders = [.. rows.SelectMany(row => row.IgnoredProviders ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];
        _zeroRetention = SetOf(rows.SelectMany(row => GroupsOf(row.ZeroRetention)));
        _forbidsFreePublication = rows.Any(row => row.EnableFreePublication == false);
        _forbidsFreeTraining = rows.Any(row => row.EnableFreeTraining == false);
        _forbidsPaidTraining = rows.Any(row => row.EnablePaidTraining == false);
    }

    public static CallerRestrictions None { get; } = new();

    internal bool LimitModels => !_allowedModels.IsEmpty || _ignoredModels.Count > 0;
    internal bool LimitProviders => !_allowedProviders.IsEmpty || !_ignoredProviders.IsEmpty;
    internal bool LimitRetention => _zeroRetention.Count > 0;
    internal bool LimitTraining => _forbidsFreePublication || _forbidsFreeTraining || _forbidsPaidTraining;

    /// <summary>Who of the providers may answer, for people.</summary>
    internal string ProvidersInWords
    {
        get
        {
            var allowed = _allowedProviders.IsEmpty ? "any provider" : string.Join(", ", _allowedProviders.Aggregate((both, next) => [.. both.Intersect(next, StringComparer.OrdinalIgnoreCase)]).DefaultIfEmpty("none"));
            return _ignoredProviders.IsEmpty ? allowed : $"{allowed}, but not {string.Join(", ", _ignoredProviders)}";
        }
    }

    /// <summary>Whether an endpoint of a model may answer at all.</summary>
    public bool Admit(ModelEntry model, EndpointEntry endpoint) =>
        AdmitModel(model) && AdmitProvider(endpoint) && AdmitRetention(model, endpoint) && AdmitTraining(endpoint);

    /// <summary>Whether any endpoint of a model may answer.</summary>
    public bool Admit(ModelEntry model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ReferenceEquals(this, None) || model.Endpoints.Any(endpoint => Admit(model, endpoint));
    }

    internal bool AdmitModel(ModelEntry model)
    {
        foreach (var allowed in _allowedModels)
        {
            if (!IsIn(allowed, model))
            {
                return false;
            }
        }

        return !IsIn(_ignoredModels, model);
    }

    internal bool AdmitProvider(EndpointEntry endpoint)
    {
        foreach (var allowed in _allowedProviders)
        {
            if (!EndpointName.AnyMeans(allowed, endpoint))
            {
                return false;
            }
        }

        return !EndpointName.AnyMeans(_ignoredProviders, endpoint);
    }

    internal bool AdmitRetention(ModelEntry model, EndpointEntry endpoint) => endpoint.Provider.DataPolicy.Zdr || !ForbidsRetention(model);

    /// <summary>Whether nobody may keep what a model is asked and answers.</summary>
    internal bool ForbidsRetention(ModelEntry model) => _zeroRetention.Contains(GroupOf(model));

    internal bool AdmitTraining(EndpointEntry endpoint)
    {
        var policy = endpoint.Provider.DataPolicy;
        return endpoint.Price.IsFree
            ? !(policy.Training && _forbidsFreeTraining) && !(policy.Publishes && _forbidsFreePublication)
            : !(policy.Training && _forbidsPaidTraining);
    }

    private static bool IsIn(FrozenSet<string> slugs, ModelEntry model) => slugs.Contains(model.Slug) || slugs.Contains(model.CanonicalSlug);

    private static FrozenSet<string> SetOf(ImmutableArray<string> slugs) => SetOf(slugs.AsEnumerable());

    private static FrozenSet<string> SetOf(IEnumerable<string> slugs) => slugs.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Who made the model: the group is of models, whoever serves them.
    private static string GroupOf(ModelEntry model)
    {
        var author = model.Slug[..Math.Max(0, model.Slug.IndexOf('/'))].TrimStart('~');
        return OwnGroups.Contains(author) ? author : "";
    }

    private static IEnumerable<string> GroupsOf(ZeroRetentionRow row)
    {
        (bool? Asked, string Group)[] groups = [(row.Anthropic, "anthropic"), (row.OpenAI, "openai"), (row.Google, "google"), (row.XAI, "x-ai"), (row.Other, "")];
        return groups.Where(group => group.Asked == true).Select(group => group.Group);
    }
}
