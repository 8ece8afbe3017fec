using System.ClientModel;
using System.ClientModel.Primitives;
using Weir.OpenInference.OpenAI;
using global::OpenAI.Embeddings;
using global::OpenAI.Responses;

namespace Weir.Tests.OpenInference.OpenAI;

#pragma warning disable OPENAI001 // The client of Responses is marked experimental.

/// <summary>Makes the call of a fixture with the client that the official library has for it.</summary>
public sealed class FixtureCall(Fixture fixture, Uri server, OpenInferenceOptions recording)
{
    private int _left = fixture.ConsumeChunks ?? int.MaxValue;

    public Task RunAsync(bool isAsync) => fixture.Api switch
    {
        "chat.completions" => ChatAsync(isAsync),
        "completions" => CompletionAsync(isAsync),
        "embeddings" => EmbeddingsAsync(isAsync),
        "responses" => ResponsesAsync(isAsync),
        _ => throw new InvalidOperationException($"No client is known for {fixture.Api}."),
    };

    private async Task ChatAsync(bool isAsync)
    {
        var chat = TestClient.Chat(Prepare(TestClient.Options(server, fixture.BaseUrl)));
        if (!fixture.IsStreamed)
        {
            _ = isAsync
                ? await chat.CompleteChatAsync(TestClient.Body("{}"), new RequestOptions())
                : chat.CompleteChat(TestClient.Body("{}"), new RequestOptions());
            return;
        }

        await ReadAsync(isAsync ? chat.CompleteChatStreamingAsync("replaced") : null, isAsync ? null : chat.CompleteChatStreaming("replaced"));
    }

    private async Task EmbeddingsAsync(bool isAsync)
    {
        var client = new EmbeddingClient("replaced", new ApiKeyCredential("sk-test"), Prepare(TestClient.Options(server, fixture.BaseUrl)));
        _ = isAsync
            ? await client.GenerateEmbeddingsAsync(TestClient.Body("{}"), new RequestOptions())
            : client.GenerateEmbeddings(TestClient.Body("{}"), new RequestOptions());
    }

    private async Task ResponsesAsync(bool isAsync)
    {
        var client = new ResponsesClient(new ApiKeyCredential("sk-test"), Prepare(TestClient.ResponsesOptions(server, fixture.BaseUrl)));
        if (!fixture.IsStreamed)
        {
            _ = isAsync
                ? await client.CreateResponseAsync(TestClient.Body("{}"), new RequestOptions())
                : client.CreateResponse(TestClient.Body("{}"), new RequestOptions());
            return;
        }

        var options = new CreateResponseOptions { Model = "replaced", StreamingEnabled = true };
        await ReadAsync(await client.CreateResponseStreamingAsync(options), syncUpdates: null); // the library streams responses asynchronously alone
    }

    // The library has no public client for legacy completions; its pipeline is what everybody uses who calls them all the same.
    private async Task CompletionAsync(bool isAsync)
    {
        var pipeline = new global::OpenAI.OpenAIClient(new ApiKeyCredential("sk-test"), Prepare(TestClient.Options(server, fixture.BaseUrl))).Pipeline;
        using var message = pipeline.CreateMessage(new Uri(fixture.BaseUrl + "/completions"), "POST");
        message.Request.Headers.Set("Content-Type", "application/json");
        message.BufferResponse = !fixture.IsStreamed;
        if (isAsync)
        {
            await pipeline.SendAsync(message);
        }
        else
        {
            pipeline.Send(message);
        }

        if (fixture.IsStreamed)
        {
            using var reader = new StreamReader(message.Response!.ContentStream!);
            _ = isAsync ? await reader.ReadToEndAsync() : reader.ReadToEnd();
        }
    }

    private TOptions Prepare<TOptions>(TOptions options)
        where TOptions : ClientPipelineOptions
    {
        options.AddPolicy(new ReplaceBodyPolicy(fixture.Request), PipelinePosition.PerCall);
        return options.AddOpenInference(recording);
    }

    private async Task ReadAsync<T>(IAsyncEnumerable<T>? updates, IEnumerable<T>? syncUpdates)
    {
        foreach (var _ in syncUpdates ?? [])
        {
            if (--_left == 0)
            {
                return;
            }
        }

        if (updates is not null)
        {
            await foreach (var _ in updates)
            {
                if (--_left == 0)
                {
                    return;
                }
            }
        }
    }
}
