using System.CommandLine;

namespace Weir.Cli.Commands;

/// <summary><c>weir generations export</c>: the records of a running server as a file.</summary>
internal static class GenerationsCommand
{
    public static Command Create() => new("generations", "Read records of generations.") { CreateExport() };

    private static Command CreateExport()
    {
        var server = new ServerFlag();
        var format = new Option<string>("--format") { Description = "csv, or jsonl: one JSON object a line.", DefaultValueFactory = _ => "jsonl" };
        _ = format.AcceptOnlyFromAmong("csv", "jsonl");
        (string Name, Option<string?> Flag)[] filters =
        [
            ("since", new Option<string?>("--since") { Description = "From this day or time on, UTC: 2027-01-31 or 2027-01-31T12:00:00Z." }),
            ("until", new Option<string?>("--until") { Description = "Up to this day or time, without it." }),
            ("api_key_hash", new Option<string?>("--key") { Description = "Only of this key, by its hash." }),
            ("model", new Option<string?>("--model") { Description = "Only what this model answered." }),
            ("user", new Option<string?>("--user") { Description = "Only of this end user ('user' of the requests)." }),
            ("workspace_id", new Option<string?>("--workspace") { Description = "Only of this workspace, by its id or its slug." }),
            ("after", new Option<string?>("--after") { Description = "Only what comes after this 'place', the last of an export that broke off." }),
        ];
        var command = new Command("export", "Generations with their tokens, times and charges, oldest first, on standard output. WEIR_MANAGEMENT_KEY must be set.") { format };
        server.AddTo(command);
        foreach (var (_, flag) in filters)
        {
            command.Options.Add(flag);
        }

        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            var query = filters.Select(filter => (filter.Name, parsed.GetValue(filter.Flag))).Append(("format", parsed.GetValue(format)));
            await using var output = Console.OpenStandardOutput();
            await RemoteFile.CopyAsync(server.Address(parsed), "/api/weir/generations/export", [.. query], output, cancellationToken);
            return 0;
        }));
        return command;
    }
}
