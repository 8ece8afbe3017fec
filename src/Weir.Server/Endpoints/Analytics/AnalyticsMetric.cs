using Weir.Ledger.Activity;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>A metric of the analytics: what it is called, and how it is read off a row of sums.</summary>
/// <param name="Name">As queries name it.</param>
/// <param name="Label">For people.</param>
/// <param name="Format">One of the words of the API: <c>number</c>, <c>currency</c>, <c>percent</c>, <c>latency</c>, <c>throughput</c>.</param>
/// <param name="Value">Its value; null when there was nothing to measure.</param>
internal sealed record AnalyticsMetric(string Name, string Label, string Format, Func<UsageRow, decimal?> Value)
{
    /// <summary>The sum that rows can be put in order by; null: only once they have been read.</summary>
    public UsageMeasure? Measure { get; init; }

    /// <summary>The distribution that it is read off; null: none.</summary>
    public UsageTime? Time { get; init; }

    /// <summary>Whether sums of it mean nothing.</summary>
    public bool IsRate => Format is "percent" or "latency" or "throughput";
}
