using System.Collections.Immutable;
using System.CommandLine;
using Weir.Server.Catalogue.Import;
using Weir.Server.Configuration;

namespace Weir.Cli.Commands;

/// <summary><c>weir catalog import</c>: takes the models of a document into the data folder; a server that runs on it answers them within a second.</summary>
internal static class CatalogCommand
{
    // Enough to see what happened; the file has the rest.
    private const int MostNames = 10;

    public static Command Create() => new("catalog", "Add models to the catalogue.") { CreateImport() };

    private static Command CreateImport()
    {
        var source = new Argument<string>("source") { Description = "An http or https address, or a file: the models API of an OpenRouter-compatible server, or a provider's own document (format 2.4, or the flat one before it)." };
        var provider = new Option<string?>("--provider") { Description = "Who answers the models: a provider of weir.json or a built-in one. Default: the one whose address the source is on." };
        var isDryRun = new Option<bool>("--dry-run") { Description = "Say what would change and write nothing." };
        var flags = new ImportFlags();
        var command = new Command("import", "Take the models and prices of a document; those of its last import are replaced.") { source, provider, isDryRun };
        flags.AddTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            using var importer = new CatalogImporter(TimeProvider.System);
            var report = await importer.ImportAsync(
                new ImportOrder
                {
                    Source = parsed.GetValue(source)!,
                    Provider = parsed.GetValue(provider),
                    DataFolder = flags.Data(parsed),
                    Configuration = flags.Config(parsed) is { } file ? ConfigurationReader.ReadFile(file) : new WeirConfiguration(),
                    Environment = Environment.GetEnvironmentVariable,
                    IsDryRun = parsed.GetValue(isDryRun),
                },
                cancellationToken);
            Print(report);
            return 0;
        }));
        return command;
    }

    private static void Print(ImportReport report)
    {
        Console.WriteLine($"{report.Models} models of {report.Provider}: {report.New.Length} new, {report.Changed.Length} changed, {report.Dropped.Length} dropped, {report.Skipped.Length} skipped");
        PrintNames("new", report.New);
        PrintNames("changed", report.Changed);
        PrintNames("dropped", report.Dropped);
        foreach (var group in report.Skipped.GroupBy(skipped => skipped.Reason).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"skipped: {Shorten([.. group.Select(skipped => skipped.Id.Length == 0 ? "(no id)" : skipped.Id)])}: {Printable(group.Key)}");
        }

        if (report.Off is { } reason)
        {
            Console.WriteLine($"{report.Provider} is off until it has its key: {reason}");
        }

        Console.WriteLine(report.File is { } file ? $"written to {file}" : "nothing was written (--dry-run)");
    }

    private static void PrintNames(string label, ImmutableArray<string> names)
    {
        if (!names.IsEmpty)
        {
            Console.WriteLine($"{label}: {Shorten(names)}");
        }
    }

    private static string Shorten(ImmutableArray<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(Printable)) + (names.Length > MostNames ? $" and {names.Length - MostNames} more" : "");

    // Names come from a document: none of them steers the terminal.
    private static string Printable(string name) => string.Concat(name.Select(character => char.IsControl(character) ? '?' : character));
}
