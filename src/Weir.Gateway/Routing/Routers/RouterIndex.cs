using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Weir.Gateway.Catalog;
using Weir.Gateway.Guardrails;

namespace Weir.Gateway.Routing.Routers;

/// <summary>What routers ask of the models of a catalogue, worked out once for all requests: a model is known by its place, 0 is the cheapest.</summary>
/// <remarks>
/// For 2,000 models a request then takes as many comparisons of bits, and no memory (<c>bench/README.md</c>). What a request says cannot be known before:
/// a tier of prices is a share of the models that can do what it needs, so each of them is looked at.
/// </remarks>
internal sealed class RouterIndex
{
    private readonly RouterModel[] _models;
    private readonly RouterAbility[] _abilities;
    private readonly double[] _promptPrices;
    private readonly double[] _codingScores;

    // An entry goes with the restrictions, which go with the guardrails that they are made of; all go with the catalogue.
    private readonly ConditionalWeakTable<CallerRestrictions, bool[]> _admitted = [];

    public RouterIndex(ImmutableArray<ModelEntry> models)
    {
        ModelEntry[] byPrice = [.. models.OrderBy(PriceOf).ThenBy(model => model.Slug, StringComparer.Ordinal)];
        var abilities = new List<RouterAbility>(models.Length);
        _models = [.. byPrice.Select(model => Know(model, abilities))];
        _abilities = [.. abilities];
        _promptPrices = [.. byPrice.Select(model => (double)model.Endpoints.Min(endpoint => endpoint.Price.Prompt))];
        _codingScores = [.. byPrice.Select(model => CodingOf(model) ?? double.MinValue)];
        LeastContext = models.SelectMany(model => model.Endpoints).Select(endpoint => endpoint.ContextLength).DefaultIfEmpty().Min();

        var places = byPrice.Select((model, place) => (model, place)).ToDictionary(row => row.model.Slug, row => row.place, StringComparer.Ordinal);
        All = [.. Enumerable.Range(0, byPrice.Length)];
        Free = [.. models.Where(model => model.Endpoints.Any(endpoint => endpoint.Price.IsFree)).Select(model => places[model.Slug])];
        Programmers = [.. models.Where(model => CodingOf(model) is not null).OrderByDescending(CodingOf).Select(model => places[model.Slug])];
        ByIntelligence = RanksBy(byPrice, model => model.Card.Benchmarks?.IntelligenceIndex);
        ByCoding = RanksBy(byPrice, CodingOf);
        ByAgency = RanksBy(byPrice, model => model.Card.Benchmarks?.AgenticIndex);
    }

    /// <summary>Every model, the cheapest first; of equals, by slug.</summary>
    public ImmutableArray<int> All { get; }

    /// <summary>Models with an endpoint that costs nothing, in the operator's order.</summary>
    public ImmutableArray<int> Free { get; }

    /// <summary>Models with a coding score, the best first; of equals, in the operator's order.</summary>
    public ImmutableArray<int> Programmers { get; }

    /// <summary>Of each model, how many are better: by score, then by age; those without a score are the worst.</summary>
    public ImmutableArray<int> ByIntelligence { get; }

    /// <inheritdoc cref="ByIntelligence"/>
    public ImmutableArray<int> ByCoding { get; }

    /// <inheritdoc cref="ByIntelligence"/>
    public ImmutableArray<int> ByAgency { get; }

    /// <summary>Tokens, of the endpoint that has the fewest.</summary>
    public int LeastContext { get; }

    /// <summary>By place.</summary>
    public ReadOnlySpan<RouterModel> Models => _models;

    /// <summary>What endpoints can do, those of one model beside each other; none that can do the same as another one or as the first endpoint.</summary>
    public ReadOnlySpan<RouterAbility> Abilities => _abilities;

    /// <summary>Dollars a prompt token, at the cheapest endpoint.</summary>
    public double PromptPriceOf(int place) => _promptPrices[place];

    /// <summary><see cref="double.MinValue"/>: it has none.</summary>
    public double CodingScoreOf(int place) => _codingScores[place];

    /// <summary>By place, whether restrictions admit the model; empty where they admit all.</summary>
    public ReadOnlySpan<bool> AdmittedBy(CallerRestrictions restrictions)
    {
        if (ReferenceEquals(restrictions, CallerRestrictions.None))
        {
            return [];
        }

        return _admitted.TryGetValue(restrictions, out var known)
            ? known
            : _admitted.GetValue(restrictions, all => Array.ConvertAll(_models, model => all.Admit(model.Entry)));
    }

    // The least that a model costs; its price as people compare it.
    private static double PriceOf(ModelEntry model) =>
        model.Endpoints.Where(endpoint => endpoint.ServiceTier is null)
            .Select(endpoint => EndpointPrice.Of(endpoint.Price))
            .DefaultIfEmpty(double.MaxValue)
            .Min();

    private static double? CodingOf(ModelEntry model) => model.Card.Benchmarks?.CodingIndex;

    private static RouterModel Know(ModelEntry model, List<RouterAbility> abilities)
    {
        var first = abilities.Count;
        var usual = RouterAbility.Of(model.Endpoints[0]);
        abilities.AddRange(model.Endpoints.Select(RouterAbility.Of).Distinct().Where(ability => ability != usual));
        return new RouterModel(model, RouterModel.TraitsOf(model), usual, first, abilities.Count);
    }

    private static ImmutableArray<int> RanksBy(ModelEntry[] byPrice, Func<ModelEntry, double?> score)
    {
        var ranks = new int[byPrice.Length];
        var best = Enumerable.Range(0, byPrice.Length)
            .OrderByDescending(place => score(byPrice[place]) ?? double.MinValue)
            .ThenByDescending(place => byPrice[place].Created);
        foreach (var (rank, place) in best.Index())
        {
            ranks[place] = rank;
        }

        return [.. ranks];
    }
}
