using System.Diagnostics;

namespace Weir.Benchmarks;

/// <summary>Runs a workload until its code is compiled, then measures it in rounds.</summary>
internal static class Meter
{
    private const int Rounds = 7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(200);

    /// <exception cref="InvalidOperationException">A run did not complete on the calling thread.</exception>
    public static Measurement Measure(Workload workload)
    {
        var warm = RunFor(workload, WarmUp);
        var runs = Math.Max(1, (int)(warm.Runs * (Round / WarmUp)));

        // The quickest round: whatever else the machine does only ever adds to it.
        var best = TimeSpan.MaxValue;
        var allocated = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var (elapsed, bytes) = RunTimes(workload, runs);
            best = elapsed < best ? elapsed : best;
            allocated = Math.Min(allocated, bytes);
        }

        var units = (double)runs * workload.Units;
        return new Measurement(best.TotalNanoseconds / units, allocated / units);
    }

    private static (int Runs, TimeSpan Elapsed) RunFor(Workload workload, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var runs = 0;
        do
        {
            RunOnce(workload);
            runs++;
        }
        while (Stopwatch.GetElapsedTime(started) < time);

        return (runs, Stopwatch.GetElapsedTime(started));
    }

    private static (TimeSpan Elapsed, long Bytes) RunTimes(Workload workload, int runs)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        for (var run = 0; run < runs; run++)
        {
            RunOnce(workload);
        }

        return (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void RunOnce(Workload workload)
    {
        var run = workload.Run();
        if (!run.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException($"'{workload.Group}', {workload.Name}: {run.Exception?.InnerException?.ToString() ?? "it went on in the background"}.");
        }
    }
}
