namespace Weir.Gateway.Health;

/// <summary>Four points of a distribution.</summary>
public readonly record struct Percentiles(double P50, double P75, double P90, double P99);
