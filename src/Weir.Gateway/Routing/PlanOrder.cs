using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>Puts the endpoints of all models of a plan in order, and leaves out the fallbacks of a request that wants none.</summary>
internal static class PlanOrder
{
    public static List<RouteOption> Of(List<RouteOption> options, ImmutableArray<ModelChoice> models, RoutingDefaults defaults, FilterContext context, Random random)
    {
        var ordered = options;
        if (context.Preferences.AcrossModels || models.Length == 1)
        {
            OrderGroup(ordered, models[0], defaults, context, random);
        }
        else
        {
            ordered = new List<RouteOption>(options.Count);
            foreach (var choice in models)
            {
                var group = options.FindAll(option => ReferenceEquals(option.Choice, choice));
                OrderGroup(group, choice, defaults, context, random);
                ordered.AddRange(group);
            }
        }

        // A model whose endpoints all wait is no reason to wait: another model goes first.
        if (!ordered.Exists(option => option.IsBlocked))
        {
            return ordered;
        }

        return [.. ordered.Where(option => !option.IsBlocked), .. ordered.Where(option => option.IsBlocked)];
    }

    private static void OrderGroup(List<RouteOption> group, ModelChoice choice, RoutingDefaults defaults, FilterContext context, Random random)
    {
        if (group.Count == 0)
        {
            return;
        }

        var (preferences, needs) = (context.Preferences, context.Needs);
        OptionOrder.Apply(group, OrderRule.Of(choice, preferences, defaults, needs), preferences, needs, random);
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
