using Weir.Gateway.Catalog;
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
        return PlanOf(PlanScene.Of(catalog, query, defaults, vitals, random), defaults, query);
    }

    /// <summary>The same plan with every endpoint that is not in it, and why; or why there is none.</summary>
    /// <exception cref="GatewayException">400 for an unknown model or a wrong preference; 404 when a router finds no model; 501 for what is not there.</exception>
    public RouteExplanation Explain(CatalogSnapshot catalog, RouteQuery query)
    {
        var defaults = query.Defaults.On(catalog.Routing);
        var scene = PlanScene.Of(catalog, query, defaults, vitals, random);
        try
        {
            // What is left out is taken out of the list.
            var plan = PlanOf(scene with { Options = [.. scene.Options] }, defaults, query);
            return new RouteExplanation(plan, Refusal: null, scene.LeftOutOf(plan));
        }
        catch (GatewayException refusal)
        {
            return new RouteExplanation(Plan: null, refusal, scene.LeftOutOf(plan: null));
        }
    }

    private RoutePlan PlanOf(PlanScene scene, RoutingDefaults defaults, RouteQuery query)
    {
        var (chosen, options, context) = scene;
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
        return new RoutePlan(scene.CandidatesOf(ordered, query.Request))
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
}
