using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Health;

namespace Weir.Gateway.Routing;

/// <summary>What a plan is made of, before anything is left out.</summary>
/// <param name="Chosen">The models.</param>
/// <param name="Options">Every endpoint of theirs for which there is a credential.</param>
/// <param name="Context">What filters compare them with.</param>
internal sealed record PlanScene(ChosenModels Chosen, List<RouteOption> Options, FilterContext Context)
{
    /// <param name="catalog">What there is.</param>
    /// <param name="query">Who asks what.</param>
    /// <param name="defaults">What holds for them besides.</param>
    /// <param name="vitals">How endpoints are doing.</param>
    /// <param name="random">For routers that draw.</param>
    public static PlanScene Of(CatalogSnapshot catalog, RouteQuery query, RoutingDefaults defaults, IVitalsSource vitals, Random random)
    {
        var preferences = defaults.Protect(PreferencesReader.Read(query.Request));
        var needs = new RequestNeeds(query);
        var chosen = new ModelChooser(catalog, query, needs, vitals, random).Choose();
        var context = new FilterContext(preferences, needs, preferences.RequireParameters ? needs.Parameters() : [])
        {
            Restrictions = query.Restrictions,
            SwitchedOff = query.SwitchedOff,
        };
        return new PlanScene(chosen, Collect(chosen.Models, query), context);
    }

    /// <summary>The endpoints that a plan has not, each with the first reason that holds for it.</summary>
    public ImmutableArray<LeftOut> LeftOutOf(RoutePlan? plan) =>
        [.. Options.Where(option => plan is null || !plan.Candidates.Any(candidate => IsSame(option, candidate))).Select(Explain)];

    /// <summary>What is left and in order, as it will be asked.</summary>
    public ImmutableArray<Candidate> CandidatesOf(List<RouteOption> ordered, ModelRequest request)
    {
        var candidates = ImmutableArray.CreateBuilder<Candidate>(ordered.Count);
        foreach (var option in ordered)
        {
            candidates.Add(new Candidate(option.Model, option.Endpoint, option.Reason) { Changes = TierChange.Add(option, Context.Needs, request) });
        }

        return candidates.MoveToImmutable();
    }

    private static bool IsSame(RouteOption option, Candidate candidate) =>
        ReferenceEquals(option.Model, candidate.Model) && ReferenceEquals(option.Endpoint, candidate.Endpoint);

    private LeftOut Explain(RouteOption option)
    {
        var filter = EndpointFilters.All.FirstOrDefault(each => each.Applies(Context) && !each.Keeps(option, Context));
        var (field, detail) = filter is not null
            ? (filter.Field, filter.Detail(Context))
            : Context.Preferences.AllowFallbacks
                ? ("request", "another endpoint of the model can do more of what the request asks for.")
                : ("provider.allow_fallbacks", "the request wants no fallbacks.");
        return new LeftOut(option.Model, option.Endpoint, field, detail);
    }

    private static List<RouteOption> Collect(ImmutableArray<ModelChoice> models, RouteQuery query)
    {
        var options = new List<RouteOption>(models[0].Model.Endpoints.Length);
        foreach (var choice in models)
        {
            foreach (var endpoint in choice.Model.Endpoints)
            {
                if ((!choice.FreeOnly || endpoint.Price.IsFree) && query.HasCredential(choice.Model, endpoint))
                {
                    var priced = endpoint.Price.HasHours ? endpoint with { Price = endpoint.Price.At(query.At) } : endpoint;
                    options.Add(new RouteOption(choice, priced, options.Count));
                }
            }
        }

        return options;
    }
}
