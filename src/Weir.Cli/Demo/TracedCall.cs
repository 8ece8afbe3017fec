using System.ClientModel;
using OpenAI;
using OpenAI.Chat;
using Weir.OpenInference.OpenAI;
using Weir.OpenInference.Otel;

namespace Weir.Cli.Demo;

/// <summary>What an application does: register a tracer, instrument the OpenAI client, call a model. Three steps, as a user writes them.</summary>
internal static class TracedCall
{
    public const string Project = "demo";

    /// <summary>Calls the model, prints its answer as it streams, and returns the id of the trace.</summary>
    public static async Task<string> RunAsync(Uri address, string key, string prompt, string model, CancellationToken cancellationToken)
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
