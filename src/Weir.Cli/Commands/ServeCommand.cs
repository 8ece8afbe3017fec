using System.CommandLine;
using Weir.Server.Composition;

namespace Weir.Cli.Commands;

/// <summary><c>weir serve</c>: the server, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var flags = new ServerFlags();
        var command = new Command("serve", "Run the server.");
        flags.AddTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(() => RunAsync(flags.Read(parsed), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(WeirServerOptions options, CancellationToken cancellationToken)
    {
        await using var server = await WeirServer.StartAsync(options, cancellationToken);
        Console.WriteLine($"Weir serves {server.ModelCount} {(server.ModelCount == 1 ? "model" : "models")} on {server.Address} (API: {server.Address}api/v1), data in {options.DataFolder}");
        Console.WriteLine($"console: {server.ConsoleAddress}");
        if (server.MadeKeys)
        {
            Console.WriteLine($"sign in (once, 10 minutes): {await server.CreateLoginLinkAsync(next: null, cancellationToken)}");
        }

        await server.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
