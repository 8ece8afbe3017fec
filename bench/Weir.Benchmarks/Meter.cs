using System.Diagnostics;

namespace Weir.Benchmarks;

/// <summary>Runs a workload until its code is compiled, then measures single runs of it.</summary>
/// <remarks>
/// The warm-up ends by processor time, not by the clock: on a machine that is busy with other things the compiler in the background would
/// not have had its turn, and what is measured would be code that nobody optimized. The median of single runs leaves out those that were interrupted.
/// </remarks>
internal static class Meter
{
    private const int MostRuns = 20_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(1.5);

    /// <summary>Runs workloads in turns: what they share is compiled for all of them.</summary>
    /// <exception cref="InvalidOperationException">A run did not complete on the calling thread.</exception>
    public static void Warm(IReadOnlyCollection<Workload> workloads) => RunUntil(WarmUp, () => workloads.All(RunOnce));

    /// <exception cref="InvalidOperationException">A run did not complete on the calling thread.</exception>
    public static Measurement Measure(Workload workload)
    {
        var times = new List<long>(MostRuns);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RunUntil(
            Measured,
            () =>
            {
                var started = Stopwatch.GetTimestamp();
                RunOnce(workload);
                times.Add(Stopwatch.GetTimestamp() - started);
                return times.Count < MostRuns;
            });
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        times.Sort();
        var units = (double)workload.Units;
        return new Measurement(Nanoseconds(times, 0.5) / units, Nanoseconds(times, 0.99) / units, bytes / (times.Count * units));
    }

    private static void RunUntil(TimeSpan processorTime, Func<bool> run)
    {
        var end = Environment.CpuUsage.TotalTime + processorTime;
        do
        {
            // Asking for the time costs as much as a short run.
            for (var repeated = 0; repeated < 100; repeated++)
            {
                if (!run())
                {
                    return;
                }
            }
        }
        while (Environment.CpuUsage.TotalTime < end);
    }

    private static double Nanoseconds(List<long> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))] * (1e9 / Stopwatch.Frequency);

    private static bool RunOnce(Workload workload)
    {
        var run = workload.Run();
        return run.IsCompletedSuccessfully
            ? true
            : throw new InvalidOperationException($"'{workload.Group}', {workload.Name}: {run.Exception?.InnerException?.ToString() ?? "it went on in the background"}.");
    }
}
