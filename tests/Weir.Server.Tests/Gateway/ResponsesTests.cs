using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Responses over a live server: what the upstream is asked, what the client gets, what it costs, and what the trace shows.</summary>
public sealed class ResponsesTests
{
    private const string Request = """{"model":"acme/small","instructions":"Be brief","input":[{"role":"user","content":[{"type":"input_text","text":"Hi"}]}],"max_output_tokens":100,"user":"alice","store":false}""";
    private const string ToolRequest = """{"model":"acme/claude","input":[{"role":"user","content":"Weather?"}],"max_output_tokens":3000,"reasoning":{"max_tokens":2000},"tools":[{"type":"function","name":"get_weather","parameters":{"type":"object","properties":{}}}]}""";

    private static string Streamed => Stream(Request);

    [Theory]
    [InlineData("/api/v1/responses", true)]
    [InlineData("/api/v1/responses", false)]
    [InlineData("/v1/responses", true)]
    public async Task Answer_IsChargedOnRecordAndAskedForInChat(string path, bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(Chunks.WholeAnswer) : FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var http = await server.SendAsync(HttpMethod.Post, path, server.InferenceKey, streamed ? Streamed : Request);
        var response = streamed ? (await EventsAsync(http))[^1].GetProperty("response") : await TestServer.ReadJsonAsync(http);
        var generation = await server.GenerationOfAsync(http);

        Assert.Equal(HttpStatusCode.OK, http.StatusCode);
        Assert.Equal("completed", response.GetProperty("status").GetString());
        Assert.Equal(http.Headers.GetValues("X-Generation-Id").Single(), response.GetProperty("id").GetString());
        Assert.Equal("Hello world", TextOf(response));
        Assert.Equal("Be brief", response.GetProperty("instructions").GetString());
        Assert.Equal((10, 4, "0.000018"), (
            response.GetProperty("usage").GetProperty("input_tokens").GetInt32(),
            response.GetProperty("usage").GetProperty("output_tokens").GetInt32(),
            response.GetProperty("usage").GetProperty("cost").GetRawText()));
        Assert.Equal("0.000018", generation.GetProperty("total_cost").GetRawText());
        Assert.Equal("alice", generation.GetProperty("external_user").GetString());
        Assert.Equal(streamed, generation.GetProperty("streamed").GetBoolean());
        using var asked = JsonDocument.Parse(upstream.Requests.Single().Body);
        Assert.EndsWith("/chat/completions", upstream.Requests.Single().Path, StringComparison.Ordinal);
        Assert.Equal("""[{"role":"system","content":"Be brief"},{"role":"user","content":"Hi"}]""", asked.RootElement.GetProperty("messages").GetRawText());
        Assert.Equal(100, asked.RootElement.GetProperty("max_completion_tokens").GetInt32());
        Assert.False(asked.RootElement.TryGetProperty("input", out _));
    }

    [Fact]
    public async Task Stream_IsCompletedOnceAndLast()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await TestServer.StartAsync(upstream);

        using var http = await SendAsync(server, Streamed);
        var text = await http.Content.ReadAsStringAsync();
        var events = await EventsAsync(http);

        Assert.Equal("text/event-stream", http.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("data: [DONE]\n\n", text, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, events.Count), events.Select(item => item.GetProperty("sequence_number").GetInt32()));
        Assert.Equal("response.completed", events.Select(TypeOf).Single(type => type is "response.completed" or "response.failed" or "response.incomplete"));
        Assert.Equal("Hello world", string.Concat(events.Where(item => TypeOf(item) == "response.output_text.delta").Select(item => item.GetProperty("delta").GetString())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ThinkingAndTools_GoRoundTripThroughAnotherDialect(bool streamed)
    {
        string[] events =
        [
            MessagesEvents.Start,
            """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm."}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"Sig"}}""",
            """{"type":"content_block_stop","index":0}""",
            """{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_1","name":"get_weather","input":{}}}""",
            """{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"city\":"}}""",
            """{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"\"Bern\"}"}}""",
            """{"type":"content_block_stop","index":1}""",
            MessagesEvents.Finish.Replace("end_turn", "tool_use", StringComparison.Ordinal), MessagesEvents.Stop,
        ];
        const string Message = """{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[{"type":"thinking","thinking":"Hm.","signature":"Sig"},{"type":"tool_use","id":"toolu_1","name":"get_weather","input":{"city":"Bern"}}],"stop_reason":"tool_use","usage":{"input_tokens":10,"output_tokens":5}}""";
        await using var claude = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(events) : FakeUpstream.Json(200, Message));
        await using var server = await StartClaudeAsync(claude);

        using var first = await SendAsync(server, streamed ? Stream(ToolRequest) : ToolRequest);
        var output = (streamed ? (await EventsAsync(first))[^1].GetProperty("response") : await TestServer.ReadJsonAsync(first)).GetProperty("output").EnumerateArray().ToArray();
        var history = string.Join(',', output.Select(item => item.GetRawText()));
        var again = ToolRequest.Replace("\"Weather?\"}", $$"""
            "Weather?"},{{history}},{"type":"function_call_output","call_id":"toolu_1","output":"Sunny"}
            """.Trim(), StringComparison.Ordinal);
        using var second = await SendAsync(server, streamed ? Stream(again) : again);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(["reasoning", "function_call"], output.Select(TypeOf));
        Assert.Equal(("toolu_1", "get_weather"), (output[1].GetProperty("call_id").GetString(), output[1].GetProperty("name").GetString()));
        using var arguments = JsonDocument.Parse(output[1].GetProperty("arguments").GetString()!);
        Assert.Equal("Bern", arguments.RootElement.GetProperty("city").GetString());
        using var asked = JsonDocument.Parse(claude.Requests.Last().Body);
        var messages = asked.RootElement.GetProperty("messages");
        Assert.Equal(["user", "assistant", "user"], messages.EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        var turn = messages[1].GetProperty("content");
        Assert.Equal(("thinking", "Hm.", "Sig"), (TypeOf(turn[0]), turn[0].GetProperty("thinking").GetString(), turn[0].GetProperty("signature").GetString()));
        Assert.Equal(("tool_use", "toolu_1"), (TypeOf(turn[1]), turn[1].GetProperty("id").GetString()));
        Assert.Equal("tool_result", TypeOf(messages[2].GetProperty("content")[0]));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("no finish reason")]
    [InlineData("error event")]
    public async Task BrokenStream_FailsAndNeverCompletes(string fault)
    {
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            string[] events = fault == "error event"
                ? [Chunks.Role, Chunks.Text("Hel"), """{"error":{"message":"exploded","code":429}}"""]
                : [Chunks.Role, Chunks.Text("Hel"), .. fault == "cut" ? (string[])[] : [Chunks.Done]];
            await FakeUpstream.Events(events)(context);
            if (fault == "cut")
            {
                throw new IOException("cut");
            }
        });
        await using var server = await TestServer.StartAsync(upstream);

        using var http = await SendAsync(server, Streamed);
        var text = await http.Content.ReadAsStringAsync();
        var events = await EventsAsync(http);
        var generation = await server.GenerationOfAsync(http);

        Assert.Equal(HttpStatusCode.OK, http.StatusCode);
        Assert.EndsWith("data: [DONE]\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(events, item => TypeOf(item) is "response.completed" or "response.incomplete" or "response.output_item.done");
        Assert.Equal("response.failed", TypeOf(events[^1]));
        var response = events[^1].GetProperty("response");
        Assert.Equal(fault == "error event" ? "rate_limit_exceeded" : "server_error", response.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("Hel", TextOf(response));
        Assert.Equal("incomplete", response.GetProperty("output")[0].GetProperty("status").GetString());
        Assert.Equal("0", generation.GetProperty("total_cost").GetRawText());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ErrorBeforeTheAnswer_IsAnHttpErrorOfTheSkin(bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(400, """{"error":{"message":"too long","code":"context_length_exceeded"}}"""));
        await using var server = await TestServer.StartAsync(upstream);

        using var http = await SendAsync(server, streamed ? Streamed : Request);
        var body = await TestServer.ReadJsonAsync(http);

        Assert.Equal(HttpStatusCode.BadRequest, http.StatusCode);
        Assert.Equal("application/json", http.Content.Headers.ContentType!.MediaType);
        Assert.Equal("context_length_exceeded", body.GetProperty("error").GetProperty("error_type").GetString());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("metadata").ValueKind);
    }

    [Theory]
    [InlineData("""{"input":[{"role":"user","content":[{"type":"input_image"}]}]}""", 400, "'input[0].content[0].image_url'")]
    [InlineData("""{"input":"Hi","previous_response_id":"resp_1"}""", 400, "'previous_response_id'")]
    [InlineData("""{"input":"Hi","model":"no/such"}""", 400, "no/such is not a valid model ID")]
    [InlineData("""{"input":"Hi","tools":[{"type":"mcp","server_label":"x"}]}""", 501, "'mcp'")]
    [InlineData("""{"input":"Hi","plugins":[{"id":"web"}]}""", 501, "'plugins'")]
    [InlineData("""{"input":"Hi" """, 400, "not valid JSON")]
    public async Task BadRequest_NamesThePlaceAndAsksNobody(string request, int status, string place)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var http = await SendAsync(server, request);
        var body = await TestServer.ReadJsonAsync(http);

        Assert.Equal(status, (int)http.StatusCode);
        Assert.Contains(place, body.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task Keys_AreRequiredAndResponsesAreNotKept()
    {
        await using var server = await TestServer.StartAsync();

        using var stranger = await server.SendAsync(HttpMethod.Post, "/api/v1/responses", key: "", Request);
        using var kept = await server.SendAsync(HttpMethod.Get, "/api/v1/responses/gen-1", server.InferenceKey);

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.NotImplemented, kept.StatusCode);
    }

    [Fact]
    public async Task Trace_ShowsWhatWasSentAndWhatItMeans()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await TestServer.StartAsync(upstream);
        const string TraceId = "0af7651916cd43dd8448eb211c80319c";
        var request = Streamed[..^1] + ",\"tools\":[{\"type\":\"function\",\"name\":\"find\"}]}";

        using var http = await server.SendAsync(HttpMethod.Post, "/api/v1/responses", server.InferenceKey, request, ("traceparent", $"00-{TraceId}-b7ad6b7169203331-01"));
        _ = await http.Content.ReadAsStringAsync();
        var gateway = (await server.SpansAsync(TraceId, 2)).Single(span => span.GetProperty("span_kind").GetString() == "LLM");

        var attributes = gateway.GetProperty("attributes");
        Assert.Equal("Gateway Response", gateway.GetProperty("name").GetString());
        Assert.Equal(request, attributes.GetProperty("input.value").GetString()!);
        Assert.Equal("Be brief", attributes.GetProperty("llm.input_messages.0.message.content").GetString());
        Assert.Equal("Hi", attributes.GetProperty("llm.input_messages.1.message.content").GetString());
        Assert.Contains("\"find\"", attributes.GetProperty("llm.tools.0.tool.json_schema").GetString(), StringComparison.Ordinal);
        Assert.Equal("Hello world", attributes.GetProperty("llm.output_messages.0.message.content").GetString());
        Assert.Equal(14, attributes.GetProperty("llm.token_count.total").GetInt64());
    }

    private static string Stream(string request) => request[..^1] + ",\"stream\":true}";

    private static Task<HttpResponseMessage> SendAsync(TestServer server, string request) =>
        server.SendAsync(HttpMethod.Post, "/api/v1/responses", server.InferenceKey, request);

    private static string TypeOf(JsonElement item) => item.GetProperty("type").GetString()!;

    private static string? TextOf(JsonElement response) =>
        response.GetProperty("output").EnumerateArray().Single(item => TypeOf(item) == "message").GetProperty("content")[0].GetProperty("text").GetString();

    private static async Task<IReadOnlyList<JsonElement>> EventsAsync(HttpResponseMessage http) =>
        [.. (await http.Content.ReadAsStringAsync()).Split('\n')
            .Where(line => line.StartsWith("data: {", StringComparison.Ordinal))
            .Select(line => JsonDocument.Parse(line["data: ".Length..]).RootElement)];

    private static Task<TestServer> StartClaudeAsync(FakeUpstream claude) => TestServer.StartAsync($$"""
        {
          "providers": { "claude": { "name": "Claude Inc", "dialect": "anthropic", "base_url": "{{claude.BaseUrl}}", "api_key": "claude-secret-credential" } },
          "models": { "acme/claude": { "endpoints": [ { "provider": "claude", "upstream_model": "claude-sonnet-4-5" } ] } }
        }
        """);
}
