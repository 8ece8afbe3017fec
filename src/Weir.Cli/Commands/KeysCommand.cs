using System.CommandLine;
using Weir.Server.Composition;

namespace Weir.Cli.Commands;

/// <summary><c>weir keys create</c>: makes a key and prints it, and nothing else, on standard output.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Make keys.") { CreateCreate() };

    private static Command CreateCreate()
    {
        var name = new Option<string>("--name") { Description = "What the key is called in lists.", Required = true };
        var limit = new Option<decimal?>("--limit") { Description = "Spending limit in US dollars. Default: none." };
        var management = new Option<bool>("--management") { Description = "A management key: it does everything except call models." };
        var data = new Option<string>("--data") { Description = "The data folder.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("WEIR_DATA") is { Length: > 0 } folder ? folder : "./weir-data" };
        var server = new Option<Uri?>("--server") { Description = "Ask a running server instead; WEIR_MANAGEMENT_KEY must be set." };
        var command = new Command("create", "Make a key and print it.") { name, limit, management, data, server };
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            var key = parsed.GetValue(server) is { } address
                ? await RemoteKeys.CreateAsync(address, parsed.GetValue(name)!, parsed.GetValue(limit), parsed.GetValue(management), cancellationToken)
                : await LocalKeys.CreateAsync(parsed.GetValue(data)!, parsed.GetValue(name)!, parsed.GetValue(limit), parsed.GetValue(management), cancellationToken);
            Console.WriteLine(key);
            return 0;
        }));
        return command;
    }
}
