using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;
using static Weir.Server.Tests.Testing.MessageEvents;

namespace Weir.Server.Tests.Gateway;

/// <summary>A client of the Anthropic Messages API, over an upstream that speaks chats and over one that speaks Messages too.</summary>
public sealed class MessagesTests
{
    private const string Request = """{"model":"acme/small","max_tokens":3000,"system":"S","messages":[{"role":"user","content":"Hi"}],"tools":[{"name":"find","input_schema":{"type":"object"}}],"metadata":{"user_id":"u-1"}}""";
    private const string TraceId = "0af7651916cd43dd8448eb211c80319d";

    private static string Streamed => Request[..^1] + ",\"stream\":true}";

    [Theory]
    [InlineData("openai", "/api/v1/messages?beta=true")]
    [InlineData("anthropic", "/v1/messages")]
    public async Task Stream_IsAMessageThatIsChargedAndOnRecord(string dialect, string path)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(dialect == "openai" ? Chunks.WholeAnswer : MessagesEvents.WholeAnswer));
        await using var server = await StartAsync(upstream, dialect);

        using var response = await server.SendAsync(HttpMethod.Post, path, server.InferenceKey, Streamed);
        var events = await ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Hello world", Text(events));
        Assert.Equal("message_start", TypeOf(events[0]));
        var message = events[0].GetProperty("message");
        Assert.Equal(response.Headers.GetValues("X-Generation-Id").Single(), message.GetProperty("id").GetString());
        Assert.Equal(("acme/small", "Acme"), (message.GetProperty("model").GetString(), message.GetProperty("provider").GetString()));
        Assert.Equal(["message_delta", "message_stop"], events.TakeLast(2).Select(TypeOf));
        var usage = events[^2].GetProperty("usage");
        Assert.Equal("end_turn", events[^2].GetProperty("delta").GetProperty("stop_reason").GetString());
        Assert.Equal(10, usage.GetProperty("input_tokens").GetInt64());
        Assert.Equal(dialect == "openai" ? 0 : 30, usage.GetProperty("cache_read_input_tokens").GetInt64());
        Assert.Equal(dialect == "openai" ? 0 : 20, usage.GetProperty("cache_creation_input_tokens").GetInt64());
        Assert.Equal(generation.GetProperty("total_cost").GetRawText(), usage.GetProperty("cost").GetRawText());
        Assert.NotEqual("0", usage.GetProperty("cost").GetRawText());
        Assert.Equal("stop", generation.GetProperty("finish_reason").GetString());
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Body_IsAMessage(string dialect)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, dialect == "openai" ? Chunks.Completion : MessagesEvents.Message));
        await using var server = await StartAsync(upstream, dialect);

        using var response = await SendAsync(server, Request);
        var message = await TestServer.ReadJsonAsync(response);

        Assert.Equal("message", TypeOf(message));
        Assert.Equal("end_turn", message.GetProperty("stop_reason").GetString());
        Assert.Equal(
            dialect == "openai"
                ? """[{"type":"text","text":"Hello world","citations":null}]"""
                : """[{"type":"thinking","thinking":"Hm.","signature":"Sig"},{"type":"text","text":"Hello world","citations":null}]""",
            message.GetProperty("content").GetRawText());
        Assert.Equal(10, message.GetProperty("usage").GetProperty("input_tokens").GetInt64());
        Assert.Equal((await server.GenerationOfAsync(response)).GetProperty("total_cost").GetRawText(), message.GetProperty("usage").GetProperty("cost").GetRawText());
    }

    [Fact]
    public async Task OpenAiUpstream_IsAskedInChat()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await StartAsync(upstream, "openai");

        using var response = await SendAsync(server, Streamed);
        _ = await response.Content.ReadAsStringAsync();

        var sent = JsonDocument.Parse(Assert.Single(upstream.Requests).Body).RootElement;
        Assert.Equal("""[{"role":"system","content":"S"},{"role":"user","content":"Hi"}]""", sent.GetProperty("messages").GetRawText());
        Assert.Equal("find", sent.GetProperty("tools")[0].GetProperty("function").GetProperty("name").GetString());
        Assert.False(sent.TryGetProperty("metadata", out _) || sent.TryGetProperty("system", out _));
        Assert.NotEqual("u-1", sent.GetProperty("user").GetString());
    }

    [Fact]
    public async Task ClaudeUpstream_IsAskedWithTheCallersBetaFeatures()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, MessagesEvents.Message));
        await using var server = await StartAsync(upstream, "anthropic");

        using var response = await SendAsync(server, Request, ("anthropic-version", "2023-06-01"), ("anthropic-beta", "context-1m-2025-08-07"));
        _ = await response.Content.ReadAsStringAsync();

        var sent = Assert.Single(upstream.Requests);
        Assert.Equal("context-1m-2025-08-07", sent.Headers["anthropic-beta"]);
        Assert.Equal("find", JsonDocument.Parse(sent.Body).RootElement.GetProperty("tools")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task ToolCalls_AreBlocksWithTheirArguments()
    {
        string[] chunks =
        [
            Chunks.Role,
            """{"id":"up-1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"find","arguments":"{\"q\":"}},{"index":1,"id":"b","type":"function","function":{"name":"find","arguments":"{}"}}]},"finish_reason":null}]}""",
            """{"id":"up-1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"1}"}}]},"finish_reason":null}]}""",
            Chunks.Stop, Chunks.Usage, Chunks.Done,
        ];
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(chunks));
        await using var server = await StartAsync(upstream, "openai");

        using var response = await SendAsync(server, Streamed);
        var events = await ReadAsync(response);

        var starts = events.Where(item => TypeOf(item) == "content_block_start").Select(item => item.GetProperty("content_block").GetProperty("id").GetString());
        var arguments = events.Where(item => TypeOf(item) == "content_block_delta").Select(item => (item.GetProperty("index").GetInt32(), item.GetProperty("delta").GetProperty("partial_json").GetString()));
        Assert.Equal(["a", "b"], starts);
        Assert.Equal([(0, "{\"q\":"), (0, "1}"), (1, "{}")], arguments);
        Assert.Equal("tool_use", events[^2].GetProperty("delta").GetProperty("stop_reason").GetString());
    }

    [Theory]
    [InlineData("openai", true)]
    [InlineData("anthropic", true)]
    [InlineData("anthropic", false)]
    public async Task Thinking_ComesWithItsSignature(string dialect, bool streamed)
    {
        string[] chunks = [Chunks.Role, """{"id":"up-1","choices":[{"index":0,"delta":{"reasoning_content":"Hm."},"finish_reason":null}]}""", .. Chunks.WholeAnswer[1..]];
        await using var upstream = await FakeUpstream.StartAsync(streamed
            ? FakeUpstream.Events(dialect == "openai" ? chunks : MessagesEvents.WholeAnswer)
            : FakeUpstream.Json(200, MessagesEvents.Message));
        await using var server = await StartAsync(upstream, dialect);

        using var response = await SendAsync(server, streamed ? Streamed : Request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Contains("\"thinking\":\"Hm.\"", text, StringComparison.Ordinal);
        Assert.Contains(dialect == "openai" ? "\"signature\":\"\"" : "\"signature\":\"Sig\"", text, StringComparison.Ordinal);
        Assert.Contains("Hello", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 429, 429, "rate_limit_error")]
    [InlineData(false, 400, 400, "invalid_request_error")]
    [InlineData(true, 500, 502, "api_error")]
    [InlineData(false, 503, 503, "overloaded_error")]
    public async Task ErrorBeforeTheAnswer_IsInThisProtocol(bool streamed, int upstreamStatus, int status, string type)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(upstreamStatus, """{"error":{"message":"no","type":"x"}}"""));
        await using var server = await StartAsync(upstream, "openai");

        using var response = await SendAsync(server, streamed ? Streamed : Request);
        var answer = await TestServer.ReadJsonAsync(response);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(("error", type), (TypeOf(answer), TypeOf(answer.GetProperty("error"))));
        Assert.Equal("Acme", answer.GetProperty("error").GetProperty("metadata").GetProperty("provider_name").GetString());
        Assert.Equal(response.Headers.GetValues("X-Generation-Id").Single(), answer.GetProperty("request_id").GetString());
    }

    [Theory]
    [InlineData("openai", "cut")]
    [InlineData("openai", "error")]
    [InlineData("anthropic", "cut")]
    [InlineData("anthropic", "error")]
    public async Task BrokenStream_EndsWithAnErrorAndNeverLooksComplete(string dialect, string fault)
    {
        var isChat = dialect == "openai";
        string[] begin = isChat ? Chunks.WholeAnswer[..2] : MessagesEvents.WholeAnswer[..8];
        string[] error = isChat ? ["""{"error":{"message":"Overloaded","code":503}}"""] : ["""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"""];
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events([.. begin, .. fault == "cut" ? [] : error]));
        await using var server = await StartAsync(upstream, dialect);

        using var response = await SendAsync(server, Streamed);
        var events = await ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal("Hello", Text(events));
        Assert.Equal("error", TypeOf(events[^1]));
        Assert.Equal(fault == "cut" ? "api_error" : "overloaded_error", TypeOf(events[^1].GetProperty("error")));
        Assert.DoesNotContain(events, item => TypeOf(item) is "message_delta" or "message_stop");
        Assert.Equal("0", generation.GetProperty("total_cost").GetRawText());
    }

    [Theory]
    [InlineData("", 401, "authentication_error")]
    [InlineData("sk-or-v1-wrong", 401, "authentication_error")]
    [InlineData("management", 403, "permission_error")]
    public async Task WrongKey_IsRefusedInThisProtocol(string key, int status, string type)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, "/api/v1/messages", null, Request, ("x-api-key", key == "management" ? server.ManagementKey : key));
        var answer = await TestServer.ReadJsonAsync(response);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(type, TypeOf(answer.GetProperty("error")));
    }

    [Theory]
    [InlineData("""{"model":"acme/small","messages":[{"role":"user","content":[{"type":"text","text":"a"},{"type":"video"}]}]}""", 400, "'messages[0].content[1]' is of type \"video\"")]
    [InlineData("""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"web_search_20250305","name":"web_search"}]}""", 501, "'tools[0]', a tool of type \"web_search_20250305\", is not available")]
    [InlineData("""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"openrouter:web_search"}]}""", 501, "The server tool 'openrouter:web_search' is not available")]
    [InlineData("""{"model":"acme/nothing","messages":[{"role":"user","content":"Hi"}]}""", 400, "acme/nothing is not a valid model ID.")]
    [InlineData("""{"model":"acme/small","messages":""", 400, "The request body is not valid JSON")]
    public async Task WrongBody_IsRefusedWithItsPlace(string body, int status, string message)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartAsync(upstream, "openai");

        foreach (var path in (string[])["/api/v1/messages", "/v1/messages/count_tokens"])
        {
            using var response = await server.SendAsync(HttpMethod.Post, path, server.InferenceKey, body);
            var answer = await TestServer.ReadJsonAsync(response);

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Contains(message, answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        }

        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Trace_ShowsWhatWasSentAndWhatItMeant(string dialect)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(dialect == "openai" ? Chunks.WholeAnswer : MessagesEvents.WholeAnswer));
        await using var server = await StartAsync(upstream, dialect);

        using var response = await SendAsync(server, Streamed, ("traceparent", $"00-{TraceId}-b7ad6b7169203331-01"));
        _ = await response.Content.ReadAsStringAsync();
        var spans = await server.SpansAsync(TraceId, 2);

        var span = spans.Single(span => span.GetProperty("span_kind").GetString() == "LLM");
        var attributes = span.GetProperty("attributes");
        Assert.Equal("Gateway Messages", span.GetProperty("name").GetString());
        Assert.Equal(Streamed, attributes.GetProperty("input.value").GetString());
        Assert.Equal("S", attributes.GetProperty("llm.input_messages.0.message.content").GetString());
        Assert.Equal("Hi", attributes.GetProperty("llm.input_messages.1.message.content").GetString());
        Assert.Contains("\"name\":\"find\"", attributes.GetProperty("llm.tools.0.tool.json_schema").GetString(), StringComparison.Ordinal);
        Assert.Equal("u-1", attributes.GetProperty("user.id").GetString());
        Assert.Equal(
            "Hello world",
            attributes.GetProperty(dialect == "openai" ? "llm.output_messages.0.message.content" : "llm.output_messages.0.message.contents.1.message_content.text").GetString());
        Assert.Equal(dialect == "openai" ? 10 : 60, attributes.GetProperty("llm.token_count.prompt").GetInt64());
    }

    [Fact]
    public async Task CountTokens_CountsWithoutARecord()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartAsync(upstream, "openai");

        using var response = await server.SendAsync(HttpMethod.Post, "/v1/messages/count_tokens", null, Request, ("x-api-key", server.InferenceKey));
        using var longer = await server.SendAsync(HttpMethod.Post, "/api/v1/messages/count_tokens", server.InferenceKey, Request.Replace("Hi", "Hi, how are you today?", StringComparison.Ordinal));
        using var nobody = await server.SendAsync(HttpMethod.Post, "/v1/messages/count_tokens", null, Request);
        var (count, more) = ((await TestServer.ReadJsonAsync(response)).GetProperty("input_tokens").GetInt64(), (await TestServer.ReadJsonAsync(longer)).GetProperty("input_tokens").GetInt64());

        Assert.InRange(count, 20, 60);
        Assert.InRange(more - count, 4, 6);
        Assert.False(response.Headers.Contains("X-Generation-Id"));
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal("authentication_error", TypeOf((await TestServer.ReadJsonAsync(nobody)).GetProperty("error")));
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task WhatIsNotBuilt_SaysSo()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, "/v1/messages/batches", server.InferenceKey, "{}");

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains("/v1/messages/batches", (await TestServer.ReadJsonAsync(response)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherMethod_IsToldWhichOneThereIs()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Get, "/api/v1/messages", server.InferenceKey);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    private static Task<HttpResponseMessage> SendAsync(TestServer server, string body, params (string Name, string Value)[] headers) =>
        server.SendAsync(HttpMethod.Post, "/api/v1/messages", null, body, [("x-api-key", server.InferenceKey), .. headers]);

    private static Task<TestServer> StartAsync(FakeUpstream upstream, string dialect) => TestServer.StartAsync($$"""
        {
          "providers": { "acme": { "name": "Acme", "dialect": "{{dialect}}", "base_url": "{{upstream.BaseUrl}}", "api_key": "acme-secret-credential" } },
          "models": { "acme/small": { "endpoints": [ { "provider": "acme", "upstream_model": "claude-sonnet-4-5", "pricing": { "prompt": "0.000001", "completion": "0.000002" } } ] } }
        }
        """);
}
