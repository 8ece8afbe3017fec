using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;
using static Weir.Server.Tests.Records.RecordsServer;

namespace Weir.Server.Tests.Records;

/// <summary>What <c>GET /generation</c> says beside tokens and money, and what a charge is made of.</summary>
public sealed class GenerationDetailTests
{
    private const string Picture = """{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgo="}}""";
    private const string Sound = """{"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}}""";

    // 1,000 tokens of which 600 were read from the cache and 200 written to it, 100 of the answer of which 60 are an image, and 2 searches.
    private const string Usage = """
        "usage":{"prompt_tokens":1000,"completion_tokens":100,"total_tokens":1100,"prompt_tokens_details":{"cached_tokens":600,"cache_write_tokens":200},
        "completion_tokens_details":{"image_tokens":60},"server_tool_use":{"web_search_requests":2}}
        """;

    // In millionths of a dollar: 200 x 1 + 600 x 0.1 + 200 x 1.25 + 100 x 2 for tokens, 20,000 for searches. Without the cache the prompt were 1,000.
    private const string Cost = "0.02071";
    private const string Saved = "0.00049";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Generation_SaysWhatWasSentAndMade_AndWhatTheCacheSaved(bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(Answer(streamed));
        await using var server = await TestServer.StartAsync(Config(upstream));

        var id = await AskAsync(server, Body(streamed, $"{Picture},{Picture},{Sound}"));
        var record = (await server.GetJsonAsync($"/api/v1/generation?id={id}")).GetProperty("data");

        Assert.Equal((Cost, Saved, "flex"), (Raw(record, "total_cost"), Raw(record, "cache_discount"), record.GetProperty("service_tier").GetString()));
        Assert.Equal(("3", "1", "1"), (Raw(record, "num_media_prompt"), Raw(record, "num_input_audio_prompt"), Raw(record, "num_media_completion")));
        Assert.Equal(("600", "60", "null"), (Raw(record, "native_tokens_cached"), Raw(record, "native_tokens_completion_images"), Raw(record, "router")));
    }

    [Fact]
    public async Task Generation_WithoutAnyOfIt_SaysSo()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        var id = await AskAsync(server, Chat());
        var record = (await server.GetJsonAsync($"/api/v1/generation?id={id}")).GetProperty("data");

        Assert.Equal(("null", "null", "0", "0"), (Raw(record, "cache_discount"), Raw(record, "service_tier"), Raw(record, "num_media_prompt"), Raw(record, "num_media_completion")));
    }

    [Fact]
    public async Task Generation_OfARouter_NamesIt()
    {
        await using var server = await TestServer.StartAsync();

        var id = await AskAsync(server, """{"model":"openrouter/free","max_tokens":5,"messages":[{"role":"user","content":"Hi"}]}""");
        var record = (await server.GetJsonAsync($"/api/v1/generation?id={id}")).GetProperty("data");

        Assert.Equal("openrouter/free", record.GetProperty("router").GetString());
        Assert.EndsWith(":free", record.GetProperty("model").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analytics_PartsOfTheUsage_AddUpToIt()
    {
        await using var upstream = await FakeUpstream.StartAsync(Answer(streamed: false));
        await using var server = await TestServer.StartAsync(Config(upstream));
        _ = await AskAsync(server, Body(streamed: false, Picture));
        _ = await AskAsync(server, Body(streamed: false, Picture));

        var sums = Assert.Single(await QueryAsync(server, """{"metrics":["total_usage","usage_upstream","usage_cache","usage_data","usage_web","usage_file"]}"""));
        var dearest = await QueryAsync(server, """{"metrics":["usage_web"],"dimensions":["model"],"order_by":{"field":"usage_web","direction":"desc"}}""");

        Assert.Equal(("0.04142", "0.0024", "-0.00098", "0.04"), (Raw(sums, "total_usage"), Raw(sums, "usage_upstream"), Raw(sums, "usage_cache"), Raw(sums, "usage_web")));
        Assert.Equal(("0", "0"), (Raw(sums, "usage_data"), Raw(sums, "usage_file")));
        Assert.Equal("0.04", Raw(Assert.Single(dearest), "usage_web"));
    }

    private static string Raw(JsonElement record, string name) => record.GetProperty(name).GetRawText();

    private static Func<Microsoft.AspNetCore.Http.HttpContext, Task> Answer(bool streamed)
    {
        const string Message = """{"role":"assistant","content":"Drawn","images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgo="}}]}""";
        var usage = Usage.ReplaceLineEndings("");
        return streamed
            ? FakeUpstream.Events(
                $$"""{"id":"up","service_tier":"flex","choices":[{"index":0,"delta":{{Message}},"finish_reason":null}]}""",
                """{"id":"up","service_tier":"flex","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""",
                $$"""{"id":"up","service_tier":"flex","choices":[],{{usage}}}""",
                "[DONE]")
            : FakeUpstream.Json(200, $$"""{"id":"up","service_tier":"flex","choices":[{"index":0,"message":{{Message}},"finish_reason":"stop"}],{{usage}}}""");
    }

    private static string Body(bool streamed, string parts) =>
        $$"""{"model":"acme/eye","stream":{{(streamed ? "true" : "false")}},"messages":[{"role":"user","content":[{"type":"text","text":"Draw"},{{parts}}]}]}""";

    private static string Config(FakeUpstream upstream) => $$"""
        { "providers": { "acme": { "dialect": "openai", "base_url": "{{upstream.BaseUrl}}" } },
          "models": { "acme/eye": { "input_modalities": ["text", "image", "audio"], "output_modalities": ["text", "image"], "endpoints": [
            { "provider": "acme", "upstream_model": "eye-1", "pricing": {
              "prompt": "0.000001", "completion": "0.000002", "input_cache_read": "0.0000001", "input_cache_write": "0.00000125", "web_search": "0.01" } } ] } } }
        """;
}
