namespace Weir.Protocol.Analytics;

/// <summary>How a filter compares.</summary>
/// <param name="Name">As queries name it.</param>
/// <param name="ValueType"><c>scalar</c> or <c>array</c>.</param>
public sealed record AnalyticsOperatorRecord(string Name, string ValueType);
