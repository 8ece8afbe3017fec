namespace Weir.Benchmarks;

/// <summary>What one unit of a workload takes.</summary>
/// <param name="Nanoseconds">In the median run.</param>
/// <param name="Slowest">Nanoseconds, in the slowest run of a hundred.</param>
/// <param name="Bytes">Allocated.</param>
internal readonly record struct Measurement(double Nanoseconds, double Slowest, double Bytes);
