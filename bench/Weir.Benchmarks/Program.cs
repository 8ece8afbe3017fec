using System.Globalization;

namespace Weir.Benchmarks;

/// <summary>Measures what the gateway does with the bytes of a call, and what the same would take with an object model.</summary>
/// <remarks><c>dotnet run -c Release --project bench/Weir.Benchmarks [-- WORD]</c>: only groups whose name has the word; <c>paced</c>: a stream at the pace of a model; <c>usage [COUNT]</c>: sums over generations.</remarks>
internal static class Program
{
    public static async Task Main(string[] args)
    {
        var word = args.Length > 0 ? args[0] : "";
        if (word == "paced")
        {
            PacedStream.Print();
            return;
        }

        if (word == "usage")
        {
            await UsageReads.PrintAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000);
            return;
        }

        var groups = RequestWorkloads.All().Concat(RelayWorkloads.All()).Concat(TranslationWorkloads.All()).Concat(RoutingWorkloads.All())
            .Concat(CatalogueWorkloads.All()).Concat(AdmissionWorkloads.All()).Concat(SpanWorkloads.All()).Concat(OtlpWorkloads.All())
            .Concat(InstrumentationWorkloads.All())
            .Where(workload => workload.Group.Contains(word, StringComparison.OrdinalIgnoreCase))
            .GroupBy(workload => workload.Group, StringComparer.Ordinal)
            .ToArray();
        if (groups.Length == 0)
        {
            Console.Error.WriteLine($"No group has '{word}' in its name. Run without a word to see all.");
            return;
        }

        Console.WriteLine("| what | how | ns, p50 | ns, p99 | bytes allocated | time, ratio | bytes, ratio |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var group in groups)
        {
            Measurement? first = null;
            Meter.Warm([.. group]);
            foreach (var workload in group)
            {
                var measured = Meter.Measure(workload);
                first ??= measured;
                Console.WriteLine(Row(workload, measured, first.Value));
            }
        }
    }

    private static string Row(Workload workload, Measurement measured, Measurement first) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {workload.Group} | {workload.Name} | {measured.Nanoseconds:N0} | {measured.Slowest:N0} | {measured.Bytes:N0} | {Ratio(measured.Nanoseconds, first.Nanoseconds)} | {Ratio(measured.Bytes, first.Bytes)} |");

    // Below a byte a unit nothing is allocated for it: what is left belongs to the answer as a whole.
    private static string Ratio(double value, double first) =>
        first < 1 ? "" : (value / first).ToString(value / first < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
