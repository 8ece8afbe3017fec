using System.Collections.Immutable;
using Weir.Ledger.Activity;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>The metrics of the analytics; <c>docs/analytics.md</c> says what each means.</summary>
internal static class AnalyticsMetrics
{
    private const int Digits = 3;

    public static ImmutableArray<AnalyticsMetric> All { get; } =
    [
        new("request_count", "Requests", "number", row => row.Requests) { Measure = UsageMeasure.Requests },
        new("total_usage", "Total Usage", "currency", row => row.Charged.ToDollars()) { Measure = UsageMeasure.Charged },
        new("tokens_total", "Total Tokens", "number", row => row.PromptTokens + row.CompletionTokens) { Measure = UsageMeasure.Tokens },
        new("tokens_prompt", "Prompt Tokens", "number", row => row.PromptTokens) { Measure = UsageMeasure.PromptTokens },
        new("tokens_completion", "Completion Tokens", "number", row => row.CompletionTokens) { Measure = UsageMeasure.CompletionTokens },
        new("reasoning_tokens", "Reasoning Tokens", "number", row => row.ReasoningTokens) { Measure = UsageMeasure.ReasoningTokens },
        new("cached_tokens", "Cached Tokens", "number", row => row.CachedTokens) { Measure = UsageMeasure.CachedTokens },
        new("cache_hit_rate", "Cache Hit Rate", "percent", row => Share(row.CachedTokens, row.PromptTokens)),

        // The parts of total_usage, which they add up to. Nothing is taken off for sharing data, and no file is read for money.
        new("usage_upstream", "Upstream Usage", "currency", row => row.Upstream.ToDollars()) { Measure = UsageMeasure.Upstream },
        new("usage_cache", "Cache Usage", "currency", row => (Usd.Zero - row.CacheDiscount).ToDollars()) { Measure = UsageMeasure.Cache },
        new("usage_data", "Data Usage", "currency", _ => 0),
        new("usage_web", "Web Usage", "currency", row => row.WebSearch.ToDollars()) { Measure = UsageMeasure.Web },
        new("usage_file", "File Usage", "currency", _ => 0),

        new("error_count", "Errors", "number", row => row.Errors) { Measure = UsageMeasure.Errors },
        new("error_rate", "Error Rate", "percent", row => Share(row.Errors, row.Requests)),
        new("cancelled_count", "Cancelled Requests", "number", row => row.Cancelled) { Measure = UsageMeasure.Cancelled },
        .. Percentiles("latency", "Latency", "latency", UsageTime.Latency),
        .. Percentiles("duration", "Duration", "latency", UsageTime.Duration),
        .. Percentiles("throughput", "Throughput", "throughput", UsageTime.Throughput),
    ];

    public static AnalyticsMetric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    private static IEnumerable<AnalyticsMetric> Percentiles(string name, string label, string format, UsageTime time)
    {
        foreach (var percent in (int[])[50, 90, 99])
        {
            yield return new($"{name}_p{percent}", $"{label} (p{percent})", format, row => PercentileOf(row, time, percent / 100.0)) { Time = time };
        }
    }

    private static decimal? PercentileOf(UsageRow row, UsageTime time, double share) =>
        row.Times.GetValueOrDefault(time)?.Percentile(share) is { } value ? Math.Round((decimal)value, Digits) : null;

    private static decimal? Share(long part, long whole) => whole == 0 ? null : Math.Round((decimal)part / whole, 6);
}
