using System.CommandLine;
using System.Text.Json.Nodes;
using Weir.Server.Composition;

namespace Weir.Cli.Commands;

/// <summary><c>weir credits add</c>: grants credits to the account and prints its balance, and nothing else, on standard output.</summary>
internal static class CreditsCommand
{
    public static Command Create() => new("credits", "Grant credits and give charges back. Without any credits, the account's balance limits nothing.")
    {
        CreateAdd(), RefundCommand.Create(),
    };

    private static Command CreateAdd()
    {
        var amount = new Argument<decimal>("USD") { Description = "US dollars, above 0, for example 25.50." };
        var note = new Option<string?>("--note") { Description = "Why, kept with the entry." };
        amount.Validators.Add(result => DollarsArgument.Check(result, isRequired: true));
        var installation = new RunningServerFlags();
        var command = new Command("add", "Grant credits and print the balance.") { amount, note };
        installation.AddTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            var balance = installation.Server(parsed) is { } server
                ? await AddAsync(server, parsed.GetValue(amount), parsed.GetValue(note), cancellationToken)
                : await LocalCredits.GrantAsync(installation.Data(parsed), parsed.GetValue(amount), parsed.GetValue(note), cancellationToken);
            Console.WriteLine($"balance: ${balance}");
            return 0;
        }));
        return command;
    }

    private static async Task<string> AddAsync(Uri server, decimal dollars, string? note, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["amount_usd"] = dollars };
        if (note is not null)
        {
            body["note"] = note;
        }

        var answer = await RemoteServer.CreateAsync(server, "/api/weir/credits", body, cancellationToken);
        return answer.TryGetProperty("balance", out var balance) ? balance.GetRawText() : throw new IOException($"{server} granted credits and did not say the balance; is it a Weir?");
    }
}
