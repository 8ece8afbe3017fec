using System.CommandLine;
using System.CommandLine.Parsing;
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
        var server = new Option<Uri?>("--server") { Description = "Ask a running server instead; WEIR_MANAGEMENT_KEY must be set.", CustomParser = ReadAddress };
        name.Validators.Add(result => Require(result, result.GetValueOrDefault<string>() is { Length: > 0 }, "--name must not be empty."));
        limit.Validators.Add(result => Require(result, result.GetValueOrDefault<decimal?>() is null or (>= 0 and <= 9_000_000_000m), "--limit must be 0 or more US dollars, for example 5.50."));
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

    // The library reads no addresses by itself.
    private static Uri? ReadAddress(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"--server is '{text}'; it must be an address such as http://127.0.0.1:8400.");
        return null;
    }

    private static void Require(OptionResult result, bool isRight, string error)
    {
        if (!isRight)
        {
            result.AddError(error);
        }
    }
}
