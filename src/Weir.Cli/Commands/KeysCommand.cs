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
        name.Validators.Add(result => Require(result, result.GetValueOrDefault<string>() is { Length: > 0 }, "--name must not be empty."));

        // By its text: asking for the value of what is no number throws.
        limit.Validators.Add(result => Require(result, result.Tokens is [var token] && DollarsArgument.IsAmount(token.Value), "--limit must be 0 or more US dollars, for example 5.50."));
        var installation = new RunningServerFlags();
        var command = new Command("create", "Make a key and print it.") { name, limit, management };
        installation.AddTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            var key = installation.Server(parsed) is { } address
                ? await RemoteKeys.CreateAsync(address, parsed.GetValue(name)!, parsed.GetValue(limit), parsed.GetValue(management), cancellationToken)
                : await LocalKeys.CreateAsync(installation.Data(parsed), parsed.GetValue(name)!, parsed.GetValue(limit), parsed.GetValue(management), cancellationToken);
            Console.WriteLine(key);
            return 0;
        }));
        return command;
    }

    private static void Require(OptionResult result, bool isRight, string error)
    {
        if (!isRight)
        {
            result.AddError(error);
        }
    }
}
