namespace Weir.Benchmarks;

/// <summary>Something that is measured, and what it is compared with.</summary>
/// <param name="Group">Workloads of one group do the same with the same bytes; the first is what the others are divided by.</param>
/// <param name="Name">Who does it.</param>
/// <param name="Units">How many of what the group counts one run does.</param>
/// <param name="Run">Completes on the thread that calls it: allocations are counted there.</param>
internal sealed record Workload(string Group, string Name, int Units, Func<Task> Run);
