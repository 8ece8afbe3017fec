namespace Weir.Protocol.Analytics;

/// <summary>Something that is counted, summed or measured.</summary>
/// <param name="Name">As queries name it.</param>
/// <param name="DisplayLabel">For people.</param>
/// <param name="DisplayFormat"><c>number</c>, <c>currency</c> (US dollars), <c>percent</c> (a share of 1), <c>latency</c> (milliseconds) or <c>throughput</c> (tokens a second).</param>
/// <param name="IsRate">Whether sums of it mean nothing.</param>
public sealed record AnalyticsMetricRecord(string Name, string DisplayLabel, string DisplayFormat, bool IsRate);
