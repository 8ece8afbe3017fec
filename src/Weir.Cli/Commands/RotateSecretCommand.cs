using System.CommandLine;
using Weir.Server.Composition;

namespace Weir.Cli.Commands;

/// <summary><c>weir rotate-secret</c>: encrypts the stored credentials with a new key.</summary>
internal static class RotateSecretCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "The data folder of a stopped server.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("WEIR_DATA") is { Length: > 0 } folder ? folder : "./weir-data",
        };
        var command = new Command("rotate-secret", "Encrypt stored credentials with a new key. With WEIR_SECRET_KEY set, the new one is taken from WEIR_NEW_SECRET_KEY.") { data };
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            var count = await LocalSecrets.RotateAsync(parsed.GetValue(data)!, Environment.GetEnvironmentVariable, cancellationToken);
            Console.WriteLine($"{count} credentials are encrypted with the new key.");
            if (Environment.GetEnvironmentVariable("WEIR_SECRET_KEY") is { Length: > 0 })
            {
                Console.WriteLine("Set WEIR_SECRET_KEY to the new key before the next start.");
            }

            return 0;
        }));
        return command;
    }
}
