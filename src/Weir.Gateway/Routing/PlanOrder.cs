using System.Collections.Immutable;
using Weir.Gateway.Health;

namespace Weir.Gateway.Routing;

/// <summary>Puts the endpoints of all models of a plan in order, and leaves out the fallbacks of a request that wants none.</summary>
/// <param name="vitals">How endpoints are doing.</param>
/// <param name="random">Draws among equals.</param>
internal sealed class PlanOrder(IVitalsSource vitals, Random random)
{
    public List<RouteOption> Of(List<RouteOption> options, ImmutableArray<ModelChoice> models, RoutingDefaults defaults, FilterContext context)
    {
        var ordered = options;
        if (context.Preferences.AcrossModels || models.Length == 1)
        {
            OrderGroup(ordered, models[0], defaults, context);
        }
        else
        {
            ordered = new List<RouteOption>(options.Count);
            foreach (var choice in models)
            {
                var group = options.FindAll(option => ReferenceEquals(option.Choice, choice));
                OrderGroup(group, choice, defaults, context);
                ordered.AddRange(group);
            }
        }

        // A model whose endpoints all wait is no reason to wait: another model goes first.
        return ordered.Exists(static option => option.IsBlocked)
            ? [.. ordered.Where(static option => !option.IsBlocked), .. ordered.Where(static option => option.IsBlocked)]
            : ordered;
    }

    private void OrderGroup(List<RouteOption> group, ModelChoice choice, RoutingDefaults defaults, FilterContext context)
    {
        if (group.Count == 0)
        {
            return;
        }

        var preferences = context.Preferences;
        OptionOrder.Apply(group, OrderRule.Of(choice, preferences, defaults, context.Needs), context, vitals, random);
        if (preferences.AllowFallbacks)
        {
            return;
        }

        if (preferences.Order.IsEmpty)
        {
            group.RemoveRange(1, group.Count - 1);
        }
        else
        {
            _ = group.RemoveAll(option => option.Listed == int.MaxValue);
        }
    }
}
