using System.CommandLine;
using System.Text.Json.Nodes;
using Weir.Server.Composition;

namespace Weir.Cli.Commands;

/// <summary><c>weir credits refund</c>: gives a charge back and prints the account's balance, and nothing else, on standard output.</summary>
internal static class RefundCommand
{
    public static Command Create()
    {
        var generation = new Argument<string>("GENERATION_ID") { Description = "What was charged, for example gen-1767225600-…" };
        var amount = new Argument<decimal?>("USD") { Description = "US dollars, above 0; left out: all that is left of the charge.", Arity = ArgumentArity.ZeroOrOne };
        var reason = new Option<string>("--reason") { Description = "Why, kept with the entry.", Required = true };
        var once = new Option<string?>("--idempotency-key") { Description = "A text of your own: run again with the same one, nothing is given back twice." };
        amount.Validators.Add(result => DollarsArgument.Check(result, isRequired: false));
        var installation = new RunningServerFlags();
        var command = new Command("refund", "Give a charge back, or a part of it, and print the balance.") { generation, amount, reason, once };
        installation.AddTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            var key = parsed.GetValue(once) ?? Guid.CreateVersion7().ToString();
            var balance = installation.Server(parsed) is { } server
                ? await RefundAsync(server, parsed.GetValue(generation)!, parsed.GetValue(amount), parsed.GetValue(reason)!, key, cancellationToken)
                : await LocalCredits.RefundAsync(
                    installation.Data(parsed), parsed.GetValue(generation)!, parsed.GetValue(amount), parsed.GetValue(reason)!, key, cancellationToken);
            Console.WriteLine($"balance: ${balance}");
            return 0;
        }));
        return command;
    }

    private static async Task<string> RefundAsync(Uri server, string generation, decimal? dollars, string reason, string key, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["generation_id"] = generation, ["reason"] = reason };
        if (dollars is { } amount)
        {
            body["amount_usd"] = amount;
        }

        var answer = await RemoteServer.CreateAsync(server, "/api/weir/credits/refunds", body, cancellationToken, ("Idempotency-Key", key));
        return answer.TryGetProperty("balance", out var balance) ? balance.GetRawText() : throw new IOException($"{server} did not say the balance; is it a Weir?");
    }
}
