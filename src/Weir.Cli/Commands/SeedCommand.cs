using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Weir.Cli.Seed;
using Weir.Server.Composition;
using Weir.Server.Seeding;

namespace Weir.Cli.Commands;

/// <summary><c>weir seed</c>: a made-up month in a data folder, to look at pages that are full.</summary>
internal static class SeedCommand
{
    private const string Description = """
        Fill a new data folder with a made-up month of traffic: traces, charges, keys, budgets, failures.

        Everything in it is invented, and its projects, keys, workspaces and users say so (seed-..., "Seed: ...", @seed.example). Nobody is called, nothing is spent, and
        nobody can call with its keys. The same --seed and --until make the same data. Models, their prices and their providers are those of the built-in catalogue; how fast
        they are, and that one of them is down for an afternoon of the third week, is invented too.
        """;

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "The folder: a new or empty one, unless --add is given.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("WEIR_DATA") is { Length: > 0 } folder ? folder : "./weir-data",
        };
        var spans = new Option<int>("--spans")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"How many spans, about; {SeedOptions.FewestSpans} or more."),
            DefaultValueFactory = _ => 200_000,
        };
        spans.Validators.Add(CheckSpans);
        var seed = new Option<int>("--seed") { Description = "Another number makes other data.", DefaultValueFactory = _ => 1 };
        var until = new Option<DateTimeOffset?>("--until") { Description = "The end of the month, such as 2026-11-20T12:00Z. Default: now." };
        var add = new Option<bool>("--add") { Description = "Put it into a folder that holds data already; it cannot be taken out again." };
        var command = new Command("seed", Description) { data, spans, seed, until, add };
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            var options = new SeedOptions
            {
                DataFolder = parsed.GetValue(data)!,
                Spans = parsed.GetValue(spans),
                Seed = parsed.GetValue(seed),
                Until = parsed.GetValue(until)?.ToUniversalTime() ?? TimeProvider.System.GetUtcNow(),
                AddsToUsedFolder = parsed.GetValue(add),
            };
            var line = new ProgressLine(Console.Error, TimeProvider.System, isRewritten: !Console.IsErrorRedirected);
            var report = await LocalSeed.RunAsync(options, line, cancellationToken);
            line.End();
            SeedSummary.Print(report, options, Console.Out);
            return 0;
        }));
        return command;
    }

    private static void CheckSpans(OptionResult result)
    {
        // By its text: asking for the value of what is no number throws.
        if (result.Tokens is [var token]
            && !(int.TryParse(token.Value, CultureInfo.InvariantCulture, out var spans) && spans is >= SeedOptions.FewestSpans and <= SeedOptions.MostSpans))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"--spans must be {SeedOptions.FewestSpans} to {SeedOptions.MostSpans}."));
        }
    }
}
