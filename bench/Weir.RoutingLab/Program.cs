using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Weir.RoutingLab;

/// <summary>Tries ways to choose endpoints on worlds in which endpoints fail, on virtual time, and says how they did.</summary>
/// <remarks>
/// <c>dotnet run -c Release --project bench/Weir.RoutingLab [-- [--seed N] [--json FILE] [WORD]]</c>: only scenarios whose name has the word.
/// </remarks>
internal static class Program
{
    private const double LeastSuccess = 0.999;
    private const double MostExtraCalls = 0.05;

    public static int Main(string[] args)
    {
        var seed = int.Parse(Option(args, "--seed") ?? "1", CultureInfo.InvariantCulture);
        var word = args.Where((argument, index) => !IsName(argument) && (index == 0 || !IsName(args[index - 1]))).FirstOrDefault() ?? "";
        var watch = Stopwatch.StartNew();
        var measurements = Strategies.RunAll(Scenarios.All.Where(scenario => scenario.Name.Contains(word, StringComparison.OrdinalIgnoreCase)), seed);
        Console.Write(Report.Table(measurements));
        Console.Error.WriteLine(
            $"{measurements.Sum(measurement => measurement.Requests):N0} requests in {watch.Elapsed.TotalSeconds:0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of processor time");
        if (Option(args, "--json") is { } file)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(measurements, MeasurementJson.Default.IReadOnlyListMeasurement));
        }

        return Missed(measurements);
    }

    // The goal of the default strategy; the others are there to compare.
    private static int Missed(IReadOnlyList<Measurement> measurements)
    {
        var missed = measurements.Where(of => of.Strategy == DefaultStrategy.Label && (of.Success < LeastSuccess || of.ExtraCalls > MostExtraCalls)).ToArray();
        foreach (var of in missed)
        {
            Console.Error.WriteLine($"Missed in \"{of.Scenario}\": {of.Success:P3} answered, {of.ExtraCalls:P2} extra calls.");
        }

        return missed.Length == 0 ? 0 : 1;
    }

    private static bool IsName(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
