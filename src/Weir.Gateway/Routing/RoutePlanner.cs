using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Routing;

/// <summary>Decides which endpoints may answer a request, and in which order they are tried.</summary>
/// <param name="vitals">How endpoints are doing.</param>
/// <param name="random">
/// Of chance there is nothing else in a plan: the same request, catalogue, vitals and seed give the same plan. Shared by all requests, so it must be
/// <see cref="Random.Shared"/> where several run at once.
/// </param>
/// <remarks>Pure otherwise: no clock, nothing waits. Source: provider routing of the documentation.</remarks>
public sealed class RoutePlanner(IVitalsSource vitals, Random random)
{
    private readonly PlanOrder _order = new(vitals, random);

    /// <exception cref="GatewayException">400 for an unknown model or a wrong preference; 404 when nobody may answer; 501 for what is not there.</exception>
    public RoutePlan Plan(CatalogSnapshot catalog, RouteQuery query)
    {
        var defaults = query.Defaults.On(catalog.Routing);
        var (chosen, options, context) = SceneOf(catalog, query, defaults);
        return PlanOf(chosen, options, context, defaults, query);
    }

    /// <summary>The same plan with every endpoint that is not in it, and why; or why there is none.</summary>
    /// <exception cref="GatewayException">400 for an unknown model or a wrong preference; 404 when a router finds no model; 501 for what is not there.</exception>
    public RouteExplanation Explain(CatalogSnapshot catalog, RouteQuery query)
    {
        var defaults = query.Defaults.On(catalog.Routing);
        var (chosen, options, context) = SceneOf(catalog, query, defaults);
        var scene = new PlanScene(chosen, [.. options], context);
        try
        {
            var plan = PlanOf(chosen, options, context, defaults, query);
            return new RouteExplanation(plan, Refusal: null, scene.LeftOutOf(plan));
        }
        catch (GatewayException refusal)
        {
            return new RouteExplanation(Plan: null, refusal, scene.LeftOutOf(plan: null));
        }
    }

    private (ChosenModels Chosen, List<RouteOption> Options, FilterContext Context) SceneOf(CatalogSnapshot catalog, RouteQuery query, RoutingDefaults defaults)
    {
        var preferences = defaults.Protect(PreferencesReader.Read(query.Request));
        var needs = new RequestNeeds(query);
        var chosen = new ModelChooser(catalog, query, needs, vitals, random).Choose();
        var context = new FilterContext(preferences, needs, preferences.RequireParameters ? needs.Parameters() : [])
        {
            Restrictions = query.Restrictions,
            SwitchedOff = query.SwitchedOff,
        };
        return (chosen, Collect(chosen.Models, query), context);
    }

    private RoutePlan PlanOf(ChosenModels chosen, List<RouteOption> options, FilterContext context, RoutingDefaults defaults, RouteQuery query)
    {
        var considered = options.Count;
        var preferences = context.Preferences;
        var result = EligibleOptions.Filter(options, context);
        if (result.Left.Count == 0)
        {
            throw RouteRefusal.NobodyLeft(chosen, context, result.Removed);
        }

        var ordered = _order.Of(result.Left, chosen.Models, defaults, context);
        if (ordered.Count == 0)
        {
            throw RouteRefusal.NobodyListed(chosen, preferences);
        }

        var restrictions = query.Restrictions;
        var isEnforced = defaults.ZeroRetention || (restrictions.LimitRetention && ordered.Exists(option => restrictions.ForbidsRetention(option.Model)));
        return new RoutePlan(CandidatesOf(ordered, context.Needs, query.Request))
        {
            Strategy = chosen.Strategy,
            Considered = considered,
            LeftOutBy = result.Removed.IsEmpty ? [] : [.. result.Removed.Select(filter => filter.Field)],
            Router = chosen.Router,
            IsOrderGiven = !preferences.Order.IsEmpty,
            IsZeroRetention = preferences.ZeroRetention || isEnforced,
            IsZeroRetentionEnforced = isEnforced,
            MidStream = preferences.MidStream,
            AllowsFallbacks = preferences.AllowFallbacks,
        };
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

    private static ImmutableArray<Candidate> CandidatesOf(List<RouteOption> options, RequestNeeds needs, ModelRequest request)
    {
        var candidates = ImmutableArray.CreateBuilder<Candidate>(options.Count);
        foreach (var option in options)
        {
            candidates.Add(new Candidate(option.Model, option.Endpoint, option.Reason) { Changes = TierChange.Add(option, needs, request) });
        }

        return candidates.MoveToImmutable();
    }
}
