using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>How the endpoints of one model are put in order.</summary>
/// <param name="Order">Who is tried first; empty: nobody is listed.</param>
/// <param name="Metric">What they are sorted by; null: prices are balanced.</param>
/// <param name="Tier">The service tier that goes first; null: none.</param>
internal sealed record OrderRule(ImmutableArray<string> Order, SortMetric? Metric, string? Tier)
{
    /// <summary>The rule of a model: what the request says wins over the model's variant, that over the tier, that over the operator, and tools come last.</summary>
    public static OrderRule Of(ModelChoice choice, RoutePreferences preferences, RoutingDefaults defaults, RequestNeeds needs)
    {
        var tier = needs.ServiceTier is "priority" or "flex" ? needs.ServiceTier : null;
        if (!preferences.Order.IsEmpty)
        {
            return new OrderRule(preferences.Order, Metric: null, tier);
        }

        var tierMetric = tier switch { "priority" => SortMetric.Throughput, "flex" => SortMetric.Price, _ => (SortMetric?)null };
        if ((preferences.Sort ?? choice.Sort ?? tierMetric) is { } asked)
        {
            return new OrderRule([], asked, tier);
        }

        return !defaults.Order.IsEmpty
            ? new OrderRule(defaults.Order, Metric: null, tier)
            : new OrderRule([], defaults.Sort ?? (needs.HasTools && needs.IsChat ? SortMetric.Exacto : null), tier);
    }
}
