using System.CommandLine;
using Weir.Server.Composition;

namespace Weir.Cli.Commands;

/// <summary><c>weir login</c>: makes a one-time sign-in link for the console and prints it, and nothing else, on standard output.</summary>
internal static class LoginCommand
{
    public static Command Create()
    {
        var next = new Option<string?>("--next") { Description = "The page to go on to, for example /traces." };
        next.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } page && !LocalLogin.IsPage(page))
            {
                result.AddError($"--next is '{page}'; it must be a path of the server, for example /traces.");
            }
        });
        var installation = new RunningServerFlags();
        var command = new Command("login", "Print a link that signs in to the console once, within ten minutes.") { next };
        installation.AddTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            var link = installation.Server(parsed) is { } server
                ? await RemoteLogin.CreateAsync(server, parsed.GetValue(next), cancellationToken)
                : await LocalLogin.CreateAsync(installation.Data(parsed), parsed.GetValue(next), cancellationToken);
            Console.WriteLine(link.AbsoluteUri);
            return 0;
        }));
        return command;
    }
}
