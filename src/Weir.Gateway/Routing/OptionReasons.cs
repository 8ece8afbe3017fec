using Weir.Gateway.Health;

namespace Weir.Gateway.Routing;

/// <summary>Says for people why each endpoint stands where it stands.</summary>
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
            SortMetric.Throughput => BySpeed(option.Vitals.Throughput, isFirst, "throughput", "highest"),
            SortMetric.Latency => BySpeed(option.Vitals.Latency, isFirst, "latency", "lowest"),
            _ => Balanced(option, isFirst),
        },
    };

    private static string BySpeed(Percentiles? measured, bool isFirst, string what, string best) => (measured, isFirst) switch
    {
        (null, _) => $"{what} not measured",
        (_, true) => $"{best} {what}",
        _ => $"next by {what}",
    };

    private static string Balanced(RouteOption option, bool isFirst) => (option.Vitals, isFirst) switch
    {
        ({ Uptime: UptimeClass.Down }, _) => "fallback only: low uptime",
        ({ IsUnstable: true }, _) => "fallback: an outage within the last half minute",
        ({ Uptime: UptimeClass.Degraded }, _) => "lower priority: degraded uptime",
        (_, true) => "drawn by price among the stable",
        _ => "fallback by price",
    };
}
