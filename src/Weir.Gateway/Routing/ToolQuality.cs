
namespace Weir.Gateway.Routing;

/// <summary>Sorts the endpoints of one model by how well tools work there: good, not known, worse than the others.</summary>
/// <remarks>Worse is far below the median of the model's endpoints, by the median deviation from it. Source: Auto-Exacto in the routing documentation.</remarks>
internal static class ToolQuality
{
    private const int LeastProviders = 4;
    private const long LeastRequests = 100;
    private const double ThroughputDeviations = 1.5;
    private const double ToolDeviations = 2;

    // Of a normal distribution, the deviation is so many times the median deviation.
    private const double DeviationOfMedian = 1.4826;

    /// <param name="options">Of one model.</param>
    public static void Assign(ReadOnlySpan<RouteOption> options)
    {
        var throughput = Floor(options, Throughput, ThroughputDeviations);
        var tools = Floor(options, Tools, ToolDeviations);
        foreach (var option in options)
        {
            var isKnown = (throughput is not null && Throughput(option) is not null) || (tools is not null && Tools(option) is not null);
            var isBad = Throughput(option) < throughput || Tools(option) < tools;
            option.Quality = isBad ? 2 : isKnown ? 0 : 1;
        }
    }

    private static double? Throughput(RouteOption option) =>
        option.Vitals is { Requests: >= LeastRequests, Throughput: { } measured } ? measured.P50 : null;

    private static double? Tools(RouteOption option) => option.Vitals.ToolSuccess;

    // Below this an endpoint is worse than the others; null: too few to compare.
    private static double? Floor(ReadOnlySpan<RouteOption> options, Func<RouteOption, double?> signal, double deviations)
    {
        var providers = new HashSet<string>(StringComparer.Ordinal);
        var values = new List<double>(options.Length);
        foreach (var option in options)
        {
            if (signal(option) is { } value)
            {
                _ = providers.Add(option.Endpoint.Provider.Slug);
                values.Add(value);
            }
        }

        if (providers.Count < LeastProviders)
        {
            return null;
        }

        var median = Median(values);
        var deviation = DeviationOfMedian * Median(values.ConvertAll(value => Math.Abs(value - median)));
        return median - (deviations * deviation);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
