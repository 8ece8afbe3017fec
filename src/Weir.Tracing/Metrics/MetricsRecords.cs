using Weir.Protocol.Primitives;
using Weir.Protocol.Traces;
using Weir.Tracing.Query;

namespace Weir.Tracing.Metrics;

/// <summary>Numbers of calls in the form of the API.</summary>
public static class MetricsRecords
{
    private const long NanosPerSecond = 1_000_000_000;
    private const double MillisPerSecond = 1000;

    public static MetricsPoint Of(MetricsRow row)
    {
        var numbers = row.Numbers;
        return new MetricsPoint
        {
            Start = TimeOf(row.Start),
            Group = row.Group,
            IsRest = row.IsRest,
            SpanCount = numbers.Spans,
            ErrorCount = numbers.Errors,
            CallCount = numbers.Calls,
            PromptTokens = numbers.PromptTokens,
            CompletionTokens = numbers.CompletionTokens,
            TotalTokens = numbers.TotalTokens,
            CacheReadTokens = numbers.CacheReadTokens,
            Cost = new Usd(numbers.CostNanos),
            LatencyP50Ms = Quantile(numbers, 0.5),
            LatencyP90Ms = Quantile(numbers, 0.9),
            LatencyP99Ms = Quantile(numbers, 0.99),
        };
    }

    /// <summary>A second as the API says times.</summary>
    public static string TimeOf(long second) => UnixNanos.ToMicrosText((long)Int128.Clamp((Int128)second * NanosPerSecond, long.MinValue, long.MaxValue));

    private static double? Quantile(CallNumbers numbers, double share) =>
        numbers.Latency.Count == 0 ? null : Math.Round(numbers.Latency.Quantile(share) * MillisPerSecond, 3);
}
