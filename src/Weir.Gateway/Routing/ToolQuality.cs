namespace Weir.Gateway.Routing;

/// <summary>Sorts the endpoints of one model by how well tools work there: good, not known, worse than the others.</summary>
/// <remarks>Worse is far below the median of the model's endpoints, by the median deviation from it. Source: Auto-Exacto in the routing documentation.</remarks>
internal static class ToolQuality
{
    private const int LeastProviders = 4;
    private const long LeastRequests = 100;
    private const double ThroughputDeviations = 1.5;
    private const double OtherDeviations = 2;

    // Of a normal distribution, the deviation is so many times the median deviation.
    private const double DeviationOfMedian = 1.4826;

    // Few models have more endpoints; values of more are not on the stack.
    private const int Usual = 64;

    private static readonly Func<RouteOption, double?> Throughput = option => option.Requests >= LeastRequests ? option.Throughput : null;
    private static readonly Func<RouteOption, double?> Tools = option => option.ToolSuccess;
    private static readonly Func<RouteOption, double?> Accuracy = option => option.Endpoint.BenchmarkAccuracy;

    /// <param name="options">Of one model.</param>
    public static void Assign(ReadOnlySpan<RouteOption> options)
    {
        foreach (var option in options)
        {
            option.Quality = 1;
        }

        Judge(options, Throughput, ThroughputDeviations);
        Judge(options, Tools, OtherDeviations);
        Judge(options, Accuracy, OtherDeviations);
    }

    // One signal: bad by one of them is bad, whatever the others say.
    private static void Judge(ReadOnlySpan<RouteOption> options, Func<RouteOption, double?> signal, double deviations)
    {
        if (Floor(options, signal, deviations) is not { } least)
        {
            return;
        }

        foreach (var option in options)
        {
            if (signal(option) is { } value)
            {
                option.Quality = value < least || option.Quality == 2 ? 2 : 0;
            }
        }
    }

    // Below this an endpoint is worse than the others; null: too few to compare.
    private static double? Floor(ReadOnlySpan<RouteOption> options, Func<RouteOption, double?> signal, double deviations)
    {
        var values = options.Length <= Usual ? stackalloc double[options.Length] : new double[options.Length];
        var count = 0;
        var providers = 0;
        for (var index = 0; index < options.Length; index++)
        {
            if (signal(options[index]) is { } value)
            {
                values[count++] = value;
                providers += providers < LeastProviders && IsFirstOfItsProvider(options, index, signal) ? 1 : 0;
            }
        }

        if (providers < LeastProviders)
        {
            return null;
        }

        var known = values[..count];
        var median = Median(known);
        foreach (ref var value in known)
        {
            value = Math.Abs(value - median);
        }

        return median - (deviations * DeviationOfMedian * Median(known));
    }

    // Asked until four are found, so that it hardly ever looks far back.
    private static bool IsFirstOfItsProvider(ReadOnlySpan<RouteOption> options, int index, Func<RouteOption, double?> signal)
    {
        var slug = options[index].Endpoint.Provider.Slug;
        for (var before = 0; before < index; before++)
        {
            if (options[before].Endpoint.Provider.Slug == slug && signal(options[before]) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static double Median(Span<double> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
