using System.CommandLine;
using System.Text;
using Weir.Server.Reconciliation;

namespace Weir.Cli.Commands;

/// <summary><c>weir reconcile</c>: compares a provider's bill with what the ledger says. Exit status 0: they agree; 1: they differ; 2: one of them cannot be read.</summary>
internal static class ReconcileCommand
{
    private const int Differs = 1;
    private const int Unreadable = 2;

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The bill as comma-separated values with a header, or with the columns date,model,requests,prompt_tokens,completion_tokens,cost. \"-\": standard input.",
        };
        var flags = new ReconcileFlags();
        var installation = new RunningServerFlags();
        var command = new Command("reconcile", "Compare a provider's bill with what was charged, by day and model. Exit status 1 when they differ, 2 when one cannot be read.") { file };
        flags.AddTo(command);
        installation.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                using var reader = Open(parsed.GetValue(file)!);
                var bill = BillComparison.Read(reader, flags.Read(parsed));
                var report = installation.Server(parsed) is { } server
                    ? bill.WithAnswer(await RemoteServer.ReadAsync(server, bill.Path, cancellationToken))
                    : bill.WithFolder(installation.Data(parsed));
                await Console.Out.WriteAsync(report.Text);
                return report.IsEqual ? 0 : Differs;
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException or InvalidOperationException or DecoderFallbackException)
            {
                await Console.Error.WriteLineAsync($"weir: {failure.Message}");
                return Unreadable;
            }
        });
        return command;
    }

    // Bytes that are no UTF-8 are an error, not question marks.
    private static StreamReader Open(string file) =>
        new(file == "-" ? Console.OpenStandardInput() : File.OpenRead(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
}
