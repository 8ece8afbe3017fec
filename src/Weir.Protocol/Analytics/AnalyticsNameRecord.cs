namespace Weir.Protocol.Analytics;

/// <summary>A dimension, or how long a window is.</summary>
/// <param name="Name">As queries name it.</param>
/// <param name="DisplayLabel">For people.</param>
public sealed record AnalyticsNameRecord(string Name, string DisplayLabel);
