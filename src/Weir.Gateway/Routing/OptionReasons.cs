namespace Weir.Gateway.Routing;

/// <summary>Says for people why each endpoint stands where it stands.</summary>
/// <remarks>All are constants: a plan is made for every request, and hardly anybody reads why.</remarks>
internal static class OptionReasons
{
    /// <param name="options">In their order.</param>
    /// <param name="rule">What put them there.</param>
    public static void Assign(ReadOnlySpan<RouteOption> options, OrderRule rule)
    {
        for (var place = 0; place < options.Length; place++)
        {
            options[place].Reason = Of(options[place], rule, isFirst: place == 0);
        }
    }

    private static string Of(RouteOption option, OrderRule rule, bool isFirst) => option switch
    {
        { IsBlocked: true } => "last resort: asked to wait, or its circuit is open",
        { Listed: not int.MaxValue } => "listed in provider.order",
        { Preferred: 2 } => "fallback: does not meet the preferred speed",
        { Quality: 2 } => "fallback: tools work worse here than elsewhere",
        _ => rule.Metric switch
        {
            SortMetric.Price => isFirst ? "lowest price" : "next by price",
            SortMetric.Throughput when option.Throughput is null => "throughput not measured",
            SortMetric.Throughput => isFirst ? "highest throughput" : "next by throughput",
            SortMetric.Latency when option.Latency is null => "latency not measured",
            SortMetric.Latency => isFirst ? "lowest latency" : "next by latency",
            _ => Balanced(option, isFirst),
        },
    };

    private static string Balanced(RouteOption option, bool isFirst) => (option.Health, isFirst) switch
    {
        (3, _) => "fallback only: low uptime",
        (2, _) => "fallback: an outage within the last half minute",
        (1, _) => "lower priority: degraded uptime",
        (_, true) => "drawn by price among the stable",
        _ => "fallback by price",
    };
}
