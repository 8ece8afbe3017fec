using Weir.Server.Composition;

namespace Weir.Cli.Demo;

/// <summary>The whole demo: a server on free ports with a folder of its own, one traced call, and its trace read back from the store.</summary>
internal static class DemoRun
{
    /// <returns>0 only if the answer and the trace are both there.</returns>
    public static async Task<int> RunAsync(string prompt, string model, bool keep, CancellationToken cancellationToken)
    {
        CleanEnvironment.Apply();
        var folder = Directory.CreateTempSubdirectory("weir-demo-");
        try
        {
            var keys = new List<string>();
            var options = new WeirServerOptions
            {
                Urls = "http://127.0.0.1:0",
                OtlpGrpc = OtlpGrpcListener.None,
                DataFolder = folder.FullName,
                Environment = _ => null,
                Announce = keys.Add,
            };
            await using var server = await WeirServer.StartAsync(options, cancellationToken);
            var key = keys.Single(line => line.StartsWith("inference key: ", StringComparison.Ordinal))["inference key: ".Length..];
            return await ShowAsync(server, key, prompt, model, keep, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> ShowAsync(WeirServer server, string key, string prompt, string model, bool keep, CancellationToken cancellationToken)
    {
        var address = server.Address;
        Console.WriteLine($"> {prompt}");
        Console.WriteLine();
        var traceId = await TracedCall.RunAsync(address, key, prompt, model, cancellationToken);
        Console.WriteLine();
        Console.WriteLine();
        var spans = await new TraceReader(address, key, TracedCall.Project).ReadAsync(traceId, cancellationToken);
        TraceTree.Print(spans, Console.Out);
        var cost = TraceTree.Cost(spans);
        Console.WriteLine();
        if (keep)
        {
            Console.WriteLine($"The server stays on {address} with the key {key}; stop it with Ctrl+C.");
            Console.WriteLine($"Sign in: {await server.CreateLoginLinkAsync($"/traces/{traceId}", cancellationToken)}");
        }
        else
        {
            Console.WriteLine("The server ends with this demo; --keep leaves it running, so that the page below can be opened.");
        }

        Console.WriteLine($"trace: {traceId}");
        Console.WriteLine($"cost: ${cost}");
        Console.WriteLine($"console: {address}traces/{traceId}");
        if (keep)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return spans.Count > 0 ? 0 : 1;
    }
}
