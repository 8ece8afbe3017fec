namespace Weir.Tracing.Metrics;

/// <summary>The numbers of one piece of time and one group.</summary>
/// <param name="Start">When the piece begins, in seconds since 1970.</param>
/// <param name="Group">What the group is called; null for spans that do not say, and where there are no groups.</param>
/// <param name="IsRest">Whether these are all groups that are not told apart.</param>
/// <param name="Numbers">What they add up to.</param>
public sealed record MetricsRow(long Start, string? Group, bool IsRest, CallNumbers Numbers);
