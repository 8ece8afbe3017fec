using System.ClientModel;
using OpenAI;
using OpenAI.Chat;
using Weir.OpenInference.OpenAI;
using Weir.OpenInference.Otel;
using Weir.Server.Composition;

namespace Weir.Cli.Demo;

/// <summary>What the seed page shows, in C#: register a tracer, instrument the OpenAI client, call a model through the gateway, look at the trace.</summary>
internal static class DemoRun
{
    private const string Project = "demo";

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
            return await ShowAsync(server.Address, key, prompt, model, keep, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> ShowAsync(Uri address, string key, string prompt, string model, bool keep, CancellationToken cancellationToken)
    {
        Console.WriteLine($"> {prompt}");
        Console.WriteLine();
        var traceId = await CallAsync(address, key, prompt, model, cancellationToken);
        Console.WriteLine();
        Console.WriteLine();
        var spans = await new TraceReader(address, key, Project).ReadAsync(traceId, cancellationToken);
        TraceTree.Print(spans, Console.Out);
        var cost = TraceTree.Cost(spans);
        Console.WriteLine();
        if (keep)
        {
            Console.WriteLine($"The server stays on {address} with the key {key}; stop it with Ctrl+C.");
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

    // The three steps of the seed page.
    private static async Task<string> CallAsync(Uri address, string key, string prompt, string model, CancellationToken cancellationToken)
    {
        // (1) Where traces go.
        using var tracing = ArizeOtel.Register(spaceId: "demo-space", apiKey: key, projectName: Project, endpoint: address.ToString());

        // (2) Every call of this client is traced.
        var options = new OpenAIClientOptions { Endpoint = new Uri(address, "api/v1") }.AddOpenInference();

        // (3) The client talks to the gateway as it would to OpenRouter.
        var client = new ChatClient(model, new ApiKeyCredential(key), options);
        using var listener = new TraceIdListener();
        try
        {
            await PrintAnswerAsync(client, prompt, cancellationToken);
        }
        catch (ClientResultException refused)
        {
            throw new IOException($"the gateway refused the call: {refused.Message}", refused);
        }

        return listener.TraceId ?? throw new IOException("the call was not traced.");
    }

    private static async Task PrintAnswerAsync(ChatClient client, string prompt, CancellationToken cancellationToken)
    {
        await foreach (var update in client.CompleteChatStreamingAsync([ChatMessage.CreateUserMessage(prompt)], cancellationToken: cancellationToken))
        {
            foreach (var part in update.ContentUpdate)
            {
                Console.Write(part.Text);
            }
        }
    }
}
