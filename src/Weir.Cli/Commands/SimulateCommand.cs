using System.CommandLine;
using Weir.Simulator;

namespace Weir.Cli.Commands;

/// <summary><c>weir simulate</c>: the simulator alone, for testing one's own retry and fallback code.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to bind, separated by semicolons.", DefaultValueFactory = _ => "http://127.0.0.1:8410" };
        var command = new Command("simulate", "Run the simulated provider alone: it answers without a model and breaks on purpose.") { urls };
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(() => RunAsync(parsed.GetValue(urls)!, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string urls, CancellationToken cancellationToken)
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = urls }, cancellationToken);
        Console.WriteLine($"The simulator answers on {simulator.BaseAddress}v1 with {SimulatorCatalog.Models.Length} models (GET /v1/models)");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
