using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>A chat completion that an upstream answers in Anthropic's dialect: what it is sent, what the client gets, what it costs.</summary>
public sealed class AnthropicUpstreamTests
{
    private const string Request = """{"model":"acme/claude","max_tokens":3000,"messages":[{"role":"system","content":"S"},{"role":"user","content":"Hi"}],"reasoning":{"max_tokens":2000}}""";
    private const string Video = """{"model":"acme/claude","messages":[{"role":"user","content":[{"type":"video_url","video_url":{"url":"https://example.com/v.mp4"}}]}]}""";

    // 10 x 0.000001 + 20 x 0.00000125 written + 30 x 0.0000001 read + 5 x 0.000002 dollars.
    private const string Cost = "0.000048";

    private static string Streamed => Request[..^1] + ",\"stream\":true}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_IsChargedWithItsCachesAndOnRecord(bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(MessagesEvents.WholeAnswer) : FakeUpstream.Json(200, MessagesEvents.Message));
        await using var server = await StartAsync(upstream);

        using var response = await server.ChatAsync(streamed ? Streamed : Request);
        var usage = streamed ? (await Sse.ReadAsync(response)).Events[^1].GetProperty("usage") : (await TestServer.ReadJsonAsync(response)).GetProperty("usage");
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(60, usage.GetProperty("prompt_tokens").GetInt64());
        Assert.Equal("""{"cached_tokens":30,"cache_write_tokens":20}""", usage.GetProperty("prompt_tokens_details").GetRawText());
        Assert.Equal(2, usage.GetProperty("completion_tokens_details").GetProperty("reasoning_tokens").GetInt64());
        Assert.Equal(Cost, usage.GetProperty("cost").GetRawText());
        Assert.Equal(Cost, generation.GetProperty("total_cost").GetRawText());
        Assert.Equal(60, generation.GetProperty("native_tokens_prompt").GetInt64());
        Assert.Equal(30, generation.GetProperty("native_tokens_cached").GetInt64());
        Assert.Equal("stop", generation.GetProperty("finish_reason").GetString());
        Assert.Equal("end_turn", generation.GetProperty("native_finish_reason").GetString());
        Assert.Equal("msg_1", generation.GetProperty("upstream_id").GetString());
    }

    [Fact]
    public async Task Stream_IsThatOfTheChatApi()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(MessagesEvents.WholeAnswer));
        await using var server = await StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);

        Assert.True(hasEnd);
        Assert.Equal("Hello world", Sse.Text(events));
        Assert.All(events, item => Assert.Equal("chat.completion.chunk", item.GetProperty("object").GetString()));
        var details = events.SelectMany(item => item.GetProperty("choices").EnumerateArray()).Select(choice => choice.GetProperty("delta"))
            .Where(delta => delta.TryGetProperty("reasoning_details", out _)).Select(delta => delta.GetProperty("reasoning_details")[0]).ToArray();
        Assert.Equal("Hm.", details[0].GetProperty("text").GetString());
        Assert.Equal("Sig", details[1].GetProperty("signature").GetString());
        var finish = events[^2].GetProperty("choices")[0];
        Assert.Equal("stop", finish.GetProperty("finish_reason").GetString());
        Assert.Equal("end_turn", finish.GetProperty("native_finish_reason").GetString());
    }

    [Fact]
    public async Task Completion_IsThatOfTheChatApi()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, MessagesEvents.Message));
        await using var server = await StartAsync(upstream);

        using var response = await server.ChatAsync(Request);
        var answer = await TestServer.ReadJsonAsync(response);

        Assert.Equal("acme/claude", answer.GetProperty("model").GetString());
        Assert.Equal("Claude Inc", answer.GetProperty("provider").GetString());
        var choice = answer.GetProperty("choices")[0];
        Assert.Equal("end_turn", choice.GetProperty("native_finish_reason").GetString());
        var message = choice.GetProperty("message");
        Assert.Equal("Hello world", message.GetProperty("content").GetString());
        Assert.Equal("Hm.", message.GetProperty("reasoning").GetString());
        Assert.Equal("Sig", message.GetProperty("reasoning_details")[0].GetProperty("signature").GetString());
    }

    [Fact]
    public async Task Upstream_IsAskedInItsDialect()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(MessagesEvents.WholeAnswer));
        await using var server = await StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed, null, ("x-anthropic-beta", "context-1m-2025-08-07,interleaved-thinking-2025-05-14"));
        _ = await response.Content.ReadAsStringAsync();

        var sent = Assert.Single(upstream.Requests);
        var body = JsonDocument.Parse(sent.Body).RootElement;
        Assert.Equal("/v1/messages", sent.Path);
        Assert.Equal("claude-secret-credential", sent.Headers["x-api-key"]);
        Assert.Equal("2023-06-01", sent.Headers["anthropic-version"]);
        Assert.Equal("context-1m-2025-08-07,interleaved-thinking-2025-05-14", sent.Headers["anthropic-beta"]);
        Assert.DoesNotContain("Authorization", sent.Headers.Keys);
        Assert.Equal("claude-sonnet-4-5", body.GetProperty("model").GetString());
        Assert.Equal(2000, body.GetProperty("thinking").GetProperty("budget_tokens").GetInt32());
        Assert.Equal("S", body.GetProperty("system")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Trace_ShowsTokensCostAndAnswer(bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(MessagesEvents.WholeAnswer) : FakeUpstream.Json(200, MessagesEvents.Message));
        await using var server = await StartAsync(upstream);
        const string TraceId = "0af7651916cd43dd8448eb211c80319d";

        using var response = await server.ChatAsync(streamed ? Streamed : Request, null, ("traceparent", $"00-{TraceId}-b7ad6b7169203331-01"));
        _ = await response.Content.ReadAsStringAsync();
        var spans = await server.SpansAsync(TraceId, 2);

        var attributes = spans.Single(span => span.GetProperty("span_kind").GetString() == "LLM").GetProperty("attributes");
        Assert.Equal(60, attributes.GetProperty("llm.token_count.prompt").GetInt64());
        Assert.Equal(30, attributes.GetProperty("llm.token_count.prompt_details.cache_read").GetInt64());
        Assert.Equal(20, attributes.GetProperty("llm.token_count.prompt_details.cache_write").GetInt64());
        Assert.Equal(2, attributes.GetProperty("llm.token_count.completion_details.reasoning").GetInt64());
        Assert.Equal(0.000048m, attributes.GetProperty("llm.cost.total").GetDecimal());
        Assert.Equal("Hm.", attributes.GetProperty("llm.output_messages.0.message.contents.0.message_content.text").GetString());
        Assert.Equal("Sig", attributes.GetProperty("llm.output_messages.0.message.contents.0.message_content.signature").GetString());
        Assert.Equal("Hello world", attributes.GetProperty("llm.output_messages.0.message.contents.1.message_content.text").GetString());
        Assert.Equal("S", attributes.GetProperty("llm.input_messages.0.message.content").GetString());
    }

    [Theory]
    [InlineData("connection ends", 502)]
    [InlineData("overloaded", 503)]
    [InlineData("no reason", 502)]
    public async Task BrokenStream_EndsWithOneInBandErrorAndCostsNothing(string fault, int status)
    {
        string[] end = fault switch
        {
            "overloaded" => ["""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"""],
            "no reason" => [MessagesEvents.Stop],
            _ => [],
        };
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events([.. MessagesEvents.WholeAnswer[..8], .. end]));
        await using var server = await StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.True(hasEnd);
        Assert.Equal("Hello", Sse.Text(events.SkipLast(1)));
        Assert.Equal(status, events[^1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Single(events, item => item.TryGetProperty("error", out _));
        Assert.Equal("0", generation.GetProperty("total_cost").GetRawText());
        Assert.Equal("error", generation.GetProperty("finish_reason").GetString());
    }

    [Fact]
    public async Task RequestThatTheDialectCannotSay_GoesToTheNextEndpoint()
    {
        await using var claude = await FakeUpstream.StartAsync(FakeUpstream.Json(200, MessagesEvents.Message));
        await using var other = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartAsync(claude, other);

        using var response = await server.ChatAsync(Video);
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(claude.Requests);
        Assert.Single(other.Requests);
        Assert.Equal("Other", generation.GetProperty("provider_name").GetString());
        Assert.Equal(2, generation.GetProperty("provider_responses").GetArrayLength());
    }

    [Fact]
    public async Task RequestThatNobodyCanSay_IsTheCallersFault()
    {
        await using var claude = await FakeUpstream.StartAsync(FakeUpstream.Json(200, MessagesEvents.Message));
        await using var server = await StartAsync(claude);

        using var response = await server.ChatAsync(Video);
        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            "Claude Inc cannot be asked this: messages[0].content[0] is of type \"video_url\", which the anthropic dialect cannot say; user messages take text, image_url and file.",
            error.GetProperty("message").GetString());
        Assert.Empty(claude.Requests);
    }

    [Fact]
    public async Task Model_ListsWhatTheDialectCanSay()
    {
        await using var claude = await FakeUpstream.StartAsync(FakeUpstream.Json(200, MessagesEvents.Message));
        await using var server = await StartAsync(claude);

        var models = await server.GetJsonAsync("/api/v1/models", key: "");

        var parameters = models.GetProperty("data")[0].GetProperty("supported_parameters").EnumerateArray().Select(name => name.GetString()).ToArray();
        Assert.Contains("reasoning", parameters);
        Assert.DoesNotContain("logit_bias", parameters);
    }

    private static Task<TestServer> StartAsync(FakeUpstream claude, FakeUpstream? other = null)
    {
        const string Price = """{ "prompt": "0.000001", "completion": "0.000002", "input_cache_read": "0.0000001", "input_cache_write": "0.00000125" }""";
        var second = other is null ? "" : $$""", "other": { "name": "Other", "dialect": "openai", "base_url": "{{other.BaseUrl}}" }""";
        var endpoint = other is null ? "" : """, { "provider": "other", "upstream_model": "small-1" }""";
        return TestServer.StartAsync($$"""
            {
              "providers": { "claude": { "name": "Claude Inc", "dialect": "anthropic", "base_url": "{{claude.BaseUrl}}", "api_key": "claude-secret-credential" }{{second}} },
              "models": { "acme/claude": { "endpoints": [ { "provider": "claude", "upstream_model": "claude-sonnet-4-5", "pricing": {{Price}} }{{endpoint}} ] } },
              "defaults": { "provider": { "order": ["claude"] } }
            }
            """);
    }
}
