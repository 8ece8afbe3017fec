using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>A chat completion that Ollama or Cohere answers, through a live server: answer, finish and charge, streamed and whole.</summary>
public sealed class OtherUpstreamTests
{
    private const string OllamaWhole = """
        {"model":"small-1","created_at":"2026-11-22T10:00:00Z","message":{"role":"assistant","content":"Hello world","thinking":"Hm."},"done":true,"done_reason":"length","prompt_eval_count":17,"eval_count":7}
        """;

    private const string OllamaStream = """
        {"model":"small-1","created_at":"2026-11-22T10:00:00Z","message":{"role":"assistant","content":"","thinking":"Hm."},"done":false}
        {"model":"small-1","created_at":"2026-11-22T10:00:00Z","message":{"role":"assistant","content":"Hello"},"done":false}
        {"model":"small-1","created_at":"2026-11-22T10:00:00Z","message":{"role":"assistant","content":" world"},"done":true,"done_reason":"length","prompt_eval_count":17,"eval_count":7}

        """;

    private const string CohereWhole = """
        {"id":"a1","finish_reason":"MAX_TOKENS","message":{"role":"assistant","content":[{"type":"thinking","thinking":"Hm."},{"type":"text","text":"Hello world"}]},
         "usage":{"billed_units":{"input_tokens":17,"output_tokens":7},"tokens":{"input_tokens":1000,"output_tokens":9}}}
        """;

    private const string CohereStream = """
        event: message-start
        data: {"id":"a1","type":"message-start","delta":{"message":{"role":"assistant"}}}

        event: content-delta
        data: {"type":"content-delta","index":0,"delta":{"message":{"content":{"thinking":"Hm."}}}}

        event: content-delta
        data: {"type":"content-delta","index":1,"delta":{"message":{"content":{"text":"Hello world"}}}}

        event: message-end
        data: {"type":"message-end","delta":{"finish_reason":"MAX_TOKENS","usage":{"billed_units":{"input_tokens":17,"output_tokens":7}}}}


        """;

    [Theory]
    [InlineData("ollama", "/v1/api/chat", OllamaStream, "length")]
    [InlineData("cohere", "/v1/chat", CohereStream, "MAX_TOKENS")]
    public async Task Stream_IsAnsweredAndCharged(string dialect, string path, string answer, string native)
    {
        await using var upstream = await FakeUpstream.StartAsync(context => context.Response.WriteAsync(answer));
        await using var server = await StartAsync(upstream, dialect);

        using var response = await server.ChatAsync("""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"stream":true}""");
        var (events, hasEnd) = await Sse.ReadAsync(response);

        Assert.True(hasEnd);
        Assert.Equal("Hello world", Sse.Text(events));
        Assert.Equal("Hm.", events[0].GetProperty("choices")[0].GetProperty("delta").GetProperty("reasoning").GetString());
        AssertFinish(events[^2].GetProperty("choices")[0], native);
        Assert.Equal(0.000031m, events[^1].GetProperty("usage").GetProperty("cost").GetDecimal());
        await AssertRecordAsync(server, response, native);
        Assert.Equal(path, Assert.Single(upstream.Requests).Path);
    }

    [Theory]
    [InlineData("ollama", OllamaWhole, "length")]
    [InlineData("cohere", CohereWhole, "MAX_TOKENS")]
    public async Task WholeAnswer_IsAnsweredAndCharged(string dialect, string answer, string native)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, answer));
        await using var server = await StartAsync(upstream, dialect);

        using var response = await server.ChatAsync("""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""");
        var completion = await TestServer.ReadJsonAsync(response);

        var choice = completion.GetProperty("choices")[0];
        Assert.Equal("Hello world", choice.GetProperty("message").GetProperty("content").GetString());
        Assert.Equal("Hm.", choice.GetProperty("message").GetProperty("reasoning").GetString());
        AssertFinish(choice, native);
        Assert.Equal(0.000031m, completion.GetProperty("usage").GetProperty("cost").GetDecimal());
        await AssertRecordAsync(server, response, native);
    }

    private static Task<TestServer> StartAsync(FakeUpstream upstream, string dialect) =>
        TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl).Replace("\"openai\"", $"\"{dialect}\"", StringComparison.Ordinal));

    private static void AssertFinish(JsonElement choice, string native) =>
        Assert.Equal(("length", native), (choice.GetProperty("finish_reason").GetString(), choice.GetProperty("native_finish_reason").GetString()));

    // 17 tokens at 1 $ and 7 at 2 $ a million.
    private static async Task AssertRecordAsync(TestServer server, HttpResponseMessage response, string native)
    {
        var record = await server.GenerationOfAsync(response);
        Assert.Equal(0.000031m, record.GetProperty("total_cost").GetDecimal());
        Assert.Equal(("length", native), (record.GetProperty("finish_reason").GetString(), record.GetProperty("native_finish_reason").GetString()));
    }
}
