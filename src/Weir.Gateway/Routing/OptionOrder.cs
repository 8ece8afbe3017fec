using System.Runtime.InteropServices;
using Weir.Gateway.Health;

namespace Weir.Gateway.Routing;

/// <summary>Puts endpoints in the order in which they are tried.</summary>
/// <remarks>
/// Who is blocked just now stands last whatever else holds. Then decide, in this order: the list of the request, the service tier, what is preferred,
/// an outage and tools (Exacto), the metric; where there is none, health and price, and the first of the healthiest is drawn by price.
/// </remarks>
internal static class OptionOrder
{
    private static readonly Comparison<RouteOption> ByPlaces = Compare;

    public static void Apply(List<RouteOption> options, OrderRule rule, FilterContext context, IVitalsSource vitals, Random random)
    {
        var span = CollectionsMarshal.AsSpan(options);
        foreach (var option in span)
        {
            option.Learn(vitals.Read(option.Model, option.Endpoint), context.Preferences);
            option.Listed = EndpointName.IndexOf(rule.Order, option.Endpoint) is >= 0 and var place ? place : int.MaxValue;
            option.Price = EndpointPrice.Of(EndpointFilters.PriceOf(option.Endpoint, context.Needs));
            option.Metric = MetricOf(option, rule.Metric);
        }

        if (rule.Metric == SortMetric.Exacto)
        {
            AssignQuality(span);
        }

        foreach (var option in span)
        {
            option.Places = PlacesOf(option, rule);
        }

        span.Sort(ByPlaces);
        if (rule.Metric is null or SortMetric.Exacto)
        {
            Draw(span, random);
        }

        OptionReasons.Assign(span, rule);
    }

    private static void AssignQuality(Span<RouteOption> options)
    {
        // Options of one model stand together: they were collected model by model.
        for (var start = 0; start < options.Length;)
        {
            var end = start + 1;
            while (end < options.Length && ReferenceEquals(options[end].Model, options[start].Model))
            {
                end++;
            }

            ToolQuality.Assign(options[start..end]);
            start = end;
        }
    }

    private static void Draw(Span<RouteOption> options, Random random)
    {
        var equals = 1;
        while (equals < options.Length && ComparePlaces(options[equals], options[0]) == 0)
        {
            equals++;
        }

        var chosen = WeightedPick.Index(options[..equals], random);
        var first = options[chosen];
        options[..chosen].CopyTo(options[1..]);
        options[0] = first;
    }

    private static int Compare(RouteOption a, RouteOption b)
    {
        var places = ComparePlaces(a, b);
        if (places != 0)
        {
            return places;
        }

        var price = a.Price.CompareTo(b.Price);
        return price != 0 ? price : a.Index.CompareTo(b.Index);
    }

    // Everything but the price.
    private static int ComparePlaces(RouteOption a, RouteOption b)
    {
        var places = a.Places.CompareTo(b.Places);
        if (places != 0)
        {
            return places;
        }

        var metric = a.Metric.CompareTo(b.Metric);
        return metric != 0 ? metric : a.Health.CompareTo(b.Health);
    }

    // From the highest bits: blocked 1, listed 31, tier 1, preferred 2, out 1, quality 2. A sort compares a hundred times; this is done once each.
    private static ulong PlacesOf(RouteOption option, OrderRule rule)
    {
        // Where a metric decides, it decides alone: an outage then counts only between equals.
        var isOut = option is { Metric: 0, Health: >= 2 };
        var isOtherTier = rule.Tier is not null && option.Endpoint.ServiceTier != rule.Tier;
        return (Bit(option.IsBlocked) << 63)
            | ((ulong)option.Listed << 32)
            | (Bit(isOtherTier) << 31)
            | ((ulong)option.Preferred << 29)
            | (Bit(isOut) << 28)
            | ((ulong)option.Quality << 26);
    }

    private static ulong Bit(bool isSet) => isSet ? 1UL : 0;

    private static double MetricOf(RouteOption option, SortMetric? metric) => metric switch
    {
        // Not zero: that is for who is not sorted.
        SortMetric.Price => option.Price + double.Epsilon,
        SortMetric.Throughput => option.Throughput is > 0 and var measured ? 1 / measured : double.PositiveInfinity,
        SortMetric.Latency => option.Latency is { } seconds ? seconds + double.Epsilon : double.PositiveInfinity,
        _ => 0,
    };
}
