using System.Globalization;
using Weir.Server.Seeding;

namespace Weir.Cli.Seed;

/// <summary>Says what was made, and how to look at it.</summary>
internal static class SeedSummary
{
    public static void Print(SeedReport report, SeedOptions options, TextWriter output)
    {
        var words = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(words, $"Made-up data from {report.From:yyyy-MM-dd HH:mm} to {report.Until:yyyy-MM-dd HH:mm} UTC in {options.DataFolder}:"));
        output.WriteLine(string.Create(words, $"  {report.Spans:N0} spans in {report.Traces:N0} traces, {report.Annotations:N0} annotations"));
        output.WriteLine(string.Create(words, $"  {report.Generations:N0} calls of {report.Models} models, {report.Failures:N0} of them failed, charged ${report.Charged:N2}"));
        output.WriteLine(string.Create(words, $"  {report.Keys} keys in {report.Workspaces} workspaces; nobody can call with them"));
        output.WriteLine(string.Create(words, $"  an invented outage of {report.OutageOf}, {report.OutageFrom:yyyy-MM-dd HH:mm} to {report.OutageUntil:HH:mm} UTC"));
        output.WriteLine("Nothing of it is real, and no provider was called.");
        output.WriteLine();
        output.WriteLine($"Open it:  ./weir serve --data {options.DataFolder}");
        output.WriteLine($"Sign in:  ./weir login --data {options.DataFolder}");
    }
}
