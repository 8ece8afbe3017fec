using System.Text.Json;
using Weir.Server.Tests.Testing;

namespace Weir.Ui.Tests.Testing;

/// <summary>A server with two providers, of which one can be made to fail, and some calls made through it.</summary>
internal sealed class RoutedServer : IAsyncDisposable
{
    /// <summary>A whole chat completion, as an upstream gives it.</summary>
    public const string Answer = """{"id":"up-1","object":"chat.completion","model":"small-1","choices":[{"index":0,"message":{"role":"assistant","content":"It slows it down."},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":5,"total_tokens":14}}""";

    private readonly FakeUpstream _first;
    private readonly FakeUpstream _second;

    private RoutedServer(FakeUpstream first, FakeUpstream second, TestServer server)
    {
        _first = first;
        _second = second;
        Server = server;
    }

    public TestServer Server { get; }

    /// <summary>Acme 0 fails always; Acme 1 answers.</summary>
    public static async Task<RoutedServer> StartAsync()
    {
        var first = await FakeUpstream.StartAsync(FakeUpstream.Json(503, """{"error":{"message":"The model is overloaded, try again later."}}"""));
        var second = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Answer));
        return new RoutedServer(first, second, await TestServer.StartAsync(TestServer.Config("", first.BaseUrl, second.BaseUrl)));
    }

    /// <summary>Makes a call and gives the id of its generation, when its trace is stored.</summary>
    public async Task<string> CallAsync()
    {
        using var call = await Server.ChatAsync("""{"model":"acme/small","messages":[{"role":"user","content":"What does a weir do to a river?"}]}""");
        var generation = await Server.GenerationOfAsync(call);
        _ = await Server.SpansAsync(generation.GetProperty("trace_id").GetString()!, 2);
        return generation.GetProperty("id").GetString()!;
    }

    /// <summary>Posts JSON with the inference key and gives the answer.</summary>
    public async Task<JsonElement> PostAsync(string path, string body)
    {
        using var response = await Server.SendAsync(HttpMethod.Post, path, Server.InferenceKey, body);
        return await TestServer.ReadJsonAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }
}
