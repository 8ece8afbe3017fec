using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;

namespace Weir.Server.Tests.Gateway;

/// <summary>The provider behind a server that is killed: it outlives it, and costs little, so that most of a round is the server's.</summary>
internal static class CrashUpstream
{
    private const string Streams = "/streams";
    private const int Chunks = 12;

    private const string Usage = "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":12,\"total_tokens\":21}";
    private const string Whole =
        """{"id":"up-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"one two three"},"finish_reason":"stop"}],""" + Usage + "}";

    private const string Embeddings =
        """{"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.5,0.25]}],"model":"embedding","usage":{"prompt_tokens":3,"total_tokens":3}}""";

    private static readonly string[] Events =
    [
        .. Enumerable.Repeat("""{"id":"up-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"one "}}]}""", Chunks),
        """{"id":"up-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],""" + Usage + "}",
        "[DONE]",
    ];

    // Slow enough that streams are cut in their middle.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static Task<FakeUpstream> StartAsync() => FakeUpstream.StartAsync(AnswerAsync);

    /// <summary>A configuration that calls it for <c>acme/small</c>, <c>acme/stream</c> and <c>acme/embedding</c>.</summary>
    public static string Config(FakeUpstream upstream) => $$"""
        { "providers": {
            "acme": { "dialect": "openai", "base_url": "{{upstream.BaseUrl}}", "api_key": "secret" },
            "streams": { "dialect": "openai", "base_url": "{{upstream.BaseUrl}}{{Streams}}", "api_key": "secret" } },
          "models": {
            "acme/small": { "endpoints": [ { "provider": "acme", "upstream_model": "small", "pricing": { "prompt": "0.000001", "completion": "0.000002" } } ] },
            "acme/stream": { "endpoints": [ { "provider": "streams", "upstream_model": "small", "pricing": { "prompt": "0.000001", "completion": "0.000002" } } ] },
            "acme/embedding": { "output_modalities": ["embeddings"], "endpoints": [ { "provider": "acme", "upstream_model": "embedding", "pricing": { "prompt": "0.000001", "completion": "0" } } ] } } }
        """;

    private static async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (!path.Contains(Streams, StringComparison.Ordinal))
        {
            await FakeUpstream.Json(200, path.EndsWith("/embeddings", StringComparison.Ordinal) ? Embeddings : Whole)(context);
            return;
        }

        foreach (var one in Events)
        {
            await FakeUpstream.Events(one)(context);
            await Task.Delay(Pause, context.RequestAborted);
        }
    }
}
