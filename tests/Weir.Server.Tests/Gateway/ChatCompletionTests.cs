using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>A chat completion through a live server: what the upstream is sent, what the client gets, what is on record.</summary>
public sealed class ChatCompletionTests
{
    private const string Request = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"x_vendor":{"deep":[1,{"a":null}]},"user":"alice","temperature":0.5}""";

    private static string Streamed => Request[..^1] + ",\"stream\":true}";

    [Fact]
    public async Task WholeAnswer_IsPatchedWhereItIsOursAndUntouchedElsewhere()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Request);
        var answer = await TestServer.ReadJsonAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("gen-", answer.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(response.Headers.GetValues("X-Generation-Id").Single(), answer.GetProperty("id").GetString());
        Assert.Equal("acme/small", answer.GetProperty("model").GetString());
        Assert.Equal("Acme 0", answer.GetProperty("provider").GetString());
        Assert.Equal("chat.completion", answer.GetProperty("object").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("system_fingerprint").ValueKind);
        Assert.Equal("[1,2]", answer.GetProperty("x_vendor").GetProperty("a").GetRawText());
        var choice = answer.GetProperty("choices")[0];
        Assert.Equal("stop", choice.GetProperty("native_finish_reason").GetString());
        Assert.True(choice.GetProperty("message").GetProperty("x_extra").GetBoolean());
        Assert.False(choice.GetProperty("message").TryGetProperty("tool_calls", out _));
    }

    [Fact]
    public async Task Upstream_GetsTheCallersMembersWithoutThoseThatAreOurs()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed, null, ("HTTP-Referer", "https://app.example"), ("Cookie", "a=b"), ("x-sim-status", "500"), ("Accept-Encoding", "gzip"));
        _ = await Sse.ReadAsync(response);

        var sent = Assert.Single(upstream.Requests);
        var body = JsonDocument.Parse(sent.Body).RootElement;
        Assert.Equal("/v1/chat/completions", sent.Path);
        Assert.Equal("small-1", body.GetProperty("model").GetString());
        Assert.Equal("""{"deep":[1,{"a":null}]}""", body.GetProperty("x_vendor").GetRawText());
        Assert.Equal("0.5", body.GetProperty("temperature").GetRawText());
        Assert.True(body.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
        Assert.NotEqual("alice", body.GetProperty("user").GetString());
        Assert.Equal("Bearer acme-secret-credential", sent.Headers["Authorization"]);
        Assert.DoesNotContain(sent.Headers.Keys, name => name is "Cookie" or "HTTP-Referer" or "x-sim-status" or "Accept-Encoding" or "traceparent");
        Assert.DoesNotContain(server.InferenceKey, sent.Headers.Values);
    }

    [Fact]
    public async Task Stream_EndsWithFinishThenUsageThenMark()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);

        Assert.True(hasEnd);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Hello world", Sse.Text(events));
        Assert.Single(events.Select(item => item.GetProperty("id").GetString()).Distinct());
        Assert.All(events, item => Assert.Equal("Acme 0", item.GetProperty("provider").GetString()));
        Assert.Equal("stop", events[^2].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.All(events.SkipLast(1), item => Assert.False(item.TryGetProperty("usage", out _)));
        var last = events[^1];
        Assert.Equal(0, last.GetProperty("choices").GetArrayLength());
        var usage = last.GetProperty("usage");
        Assert.Equal(14, usage.GetProperty("total_tokens").GetInt64());

        // 10 x 0.000001 + 4 x 0.000002 dollars, digit for digit.
        Assert.Equal("0.000018", usage.GetProperty("cost").GetRawText());
        Assert.False(usage.GetProperty("is_byok").GetBoolean());
        Assert.Equal("0.000008", usage.GetProperty("cost_details").GetProperty("upstream_inference_completions_cost").GetRawText());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Generation_IsOnRecordBeforeTheAnswerIsComplete(bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(Chunks.WholeAnswer) : FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(streamed ? Streamed : Request);
        _ = await response.Content.ReadAsStringAsync();
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal("0.000018", generation.GetProperty("total_cost").GetRawText());
        Assert.Equal(10, generation.GetProperty("native_tokens_prompt").GetInt64());
        Assert.Equal("stop", generation.GetProperty("finish_reason").GetString());
        Assert.Equal("Acme 0", generation.GetProperty("provider_name").GetString());
        Assert.Equal("alice", generation.GetProperty("external_user").GetString());
        Assert.Equal(streamed, generation.GetProperty("streamed").GetBoolean());
        Assert.Equal(200, generation.GetProperty("provider_responses")[0].GetProperty("status").GetInt32());
        var key = (await server.GetJsonAsync("/api/v1/key")).GetProperty("data");
        Assert.Equal("0.000018", key.GetProperty("usage").GetRawText());
        Assert.Equal("0.000018", key.GetProperty("usage_daily").GetRawText());
        Assert.True(Guid.TryParse(key.GetProperty("workspace_id").GetString(), out _));
        Assert.Equal(JsonValueKind.Null, key.GetProperty("organization_id").ValueKind);
        Assert.Equal("global", Assert.Single(key.GetProperty("allowed_data_regions").EnumerateArray()).GetString());
        Assert.True(key.GetProperty("free_model_daily_requests").GetProperty("remaining").GetInt32() > 0);
    }

    [Fact]
    public async Task Trace_JoinsTheCallersAndShowsModelTokensAndCost()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await TestServer.StartAsync(upstream);
        const string TraceId = "0af7651916cd43dd8448eb211c80319c";

        using var response = await server.ChatAsync(Streamed, null, ("traceparent", $"00-{TraceId}-b7ad6b7169203331-00"));
        _ = await response.Content.ReadAsStringAsync();
        var spans = await server.SpansAsync(TraceId, 2);

        var gateway = spans.Single(span => span.GetProperty("span_kind").GetString() == "LLM");
        Assert.Equal("b7ad6b7169203331", gateway.GetProperty("parent_id").GetString());
        var attributes = gateway.GetProperty("attributes");
        Assert.Equal("acme/small", attributes.GetProperty("llm.model_name").GetString());
        Assert.Equal("Acme 0", attributes.GetProperty("openrouter.provider_name").GetString());
        Assert.Equal(14, attributes.GetProperty("llm.token_count.total").GetInt64());
        Assert.Equal(0.000018m, attributes.GetProperty("llm.cost.total").GetDecimal());
        Assert.Equal("Hello world", attributes.GetProperty("llm.output_messages.0.message.content").GetString());
        Assert.Equal("Hi", attributes.GetProperty("llm.input_messages.0.message.content").GetString());
        var attempt = spans.Single(span => span.GetProperty("span_kind").GetString() == "CHAIN");
        Assert.Equal(gateway.GetProperty("context").GetProperty("span_id").GetString(), attempt.GetProperty("parent_id").GetString());
    }

    [Fact]
    public async Task ToolCalls_WithAPlainStop_FinishAsToolCalls()
    {
        const string Call = """{"id":"u","choices":[{"index":0,"delta":{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},"finish_reason":null}]}""";
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Call, Chunks.Stop, Chunks.Usage, Chunks.Done));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, _) = await Sse.ReadAsync(response);

        var finish = events[^2].GetProperty("choices")[0];
        Assert.Equal("tool_calls", finish.GetProperty("finish_reason").GetString());
        Assert.Equal("stop", finish.GetProperty("native_finish_reason").GetString());
    }

    [Fact]
    public async Task UsageThatTheUpstreamOmits_IsCountedHereAndMarked()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Role, Chunks.Text("Hello"), Chunks.Text(" world"), Chunks.Stop));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);

        Assert.True(hasEnd);
        Assert.Equal(2, events[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt64());
        Assert.True(events[^1].GetProperty("usage").GetProperty("prompt_tokens").GetInt64() > 0);
    }

    [Fact]
    public async Task Silence_IsFilledWithComments()
    {
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2.5));
            await FakeUpstream.Events(Chunks.WholeAnswer)(context);
        });
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var text = await response.Content.ReadAsStringAsync();

        Assert.StartsWith(": OPENROUTER PROCESSING\n\n", text, StringComparison.Ordinal);
        Assert.EndsWith("data: [DONE]\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BareHost_IsAnAlias()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var chat = await server.SendAsync(HttpMethod.Post, "/v1/chat/completions", server.InferenceKey, Request);
        using var models = await server.SendAsync(HttpMethod.Get, "/v1/models", key: null);

        Assert.Equal(HttpStatusCode.OK, chat.StatusCode);
        Assert.Equal(HttpStatusCode.OK, models.StatusCode);
    }
}
