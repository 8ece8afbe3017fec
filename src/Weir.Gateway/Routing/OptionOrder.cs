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

    public static void Apply(List<RouteOption> options, OrderRule rule, RoutePreferences preferences, RequestNeeds needs, Random random)
    {
        var span = CollectionsMarshal.AsSpan(options);
        foreach (var option in span)
        {
            option.Listed = EndpointName.IndexOf(rule.Order, option.Endpoint) is >= 0 and var place ? place : int.MaxValue;
            option.Tier = rule.Tier is null || option.Endpoint.ServiceTier == rule.Tier ? 0 : 1;
            option.Preferred = PreferredPlace(option.Vitals, preferences);
            option.Price = EndpointPrice.Of(EndpointFilters.PriceOf(option.Endpoint, needs));
            option.Metric = MetricOf(option, rule.Metric);
        }

        if (rule.Metric == SortMetric.Exacto)
        {
            AssignQuality(span);
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
        var wishes = (a.IsBlocked, a.Listed, a.Tier, a.Preferred).CompareTo((b.IsBlocked, b.Listed, b.Tier, b.Preferred));
        return wishes != 0 ? wishes : (OutOf(a), a.Quality, a.Metric, a.Health).CompareTo((OutOf(b), b.Quality, b.Metric, b.Health));
    }

    // Where a metric decides, it decides alone.
    private static bool OutOf(RouteOption option) => option.Metric == 0 && option.IsOut;

    private static double MetricOf(RouteOption option, SortMetric? metric) => metric switch
    {
        // Not zero: that is for who is not sorted.
        SortMetric.Price => option.Price + double.Epsilon,
        SortMetric.Throughput => option.Vitals.Throughput is { P50: > 0 and var measured } ? 1 / measured : double.PositiveInfinity,
        SortMetric.Latency => option.Vitals.Latency is { } seconds ? seconds.P50 + double.Epsilon : double.PositiveInfinity,
        _ => 0,
    };

    private static int PreferredPlace(EndpointVitals vitals, RoutePreferences preferences)
    {
        var throughput = Place(preferences.MinThroughput, vitals.Throughput, isLeast: true);
        var latency = Place(preferences.MaxLatency, vitals.Latency, isLeast: false);
        return Math.Max(throughput, latency);
    }

    private static int Place(PercentileBounds? bounds, Percentiles? measured, bool isLeast)
    {
        if (bounds is not { } wanted)
        {
            return 0;
        }

        if (measured is not { } known)
        {
            return 1;
        }

        return (isLeast ? wanted.AtLeast(known) : wanted.AtMost(known)) ? 0 : 2;
    }
}
