namespace Weir.Benchmarks;

/// <summary>What one unit of a workload takes.</summary>
internal readonly record struct Measurement(double Nanoseconds, double Bytes);
