using System.Net;
using System.Text.Json.Nodes;
using Weir.Server.Tests.Testing;
using Weir.Simulator;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>The gateway in front of a simulator that speaks another dialect: its translation against an upstream that checks what it is sent.</summary>
public sealed class SimulatedDialectTests : IAsyncLifetime
{
    private const string Question = """{"model":"acme/model","max_tokens":4000,"messages":[{"role":"user","content":"How is the weather in Paris and the river there?"}]}""";

    private const string Tools = """
        [{"type":"function","function":{"name":"get_weather","description":"weather of a city","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]} } },
         {"type":"function","function":{"name":"get_river","description":"river level","parameters":{"type":"object","properties":{} } } }]
        """;

    private const string Reasoning = """{"effort":"low"}""";

    private SimulatorServer _simulator = null!;

    public static TheoryData<string> Dialects => ["anthropic", "gemini"];

    public async ValueTask InitializeAsync() =>
        _simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" }, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Chat_WholeAndStreamed_IsTheSame(string dialect)
    {
        await using var server = await StartAsync(dialect);

        var whole = await CompleteAsync(server, Ask(("reasoning", Reasoning)));
        using var response = await server.ChatAsync(Ask(("reasoning", Reasoning), ("stream", "true")).ToJsonString());
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var message = Message(whole);

        Assert.True(hasEnd);
        Assert.Equal(message["content"]!.GetValue<string>(), Sse.Text(events));
        Assert.NotEmpty(message["reasoning"]!.GetValue<string>());
        Assert.True(whole["usage"]!["completion_tokens_details"]!["reasoning_tokens"]!.GetValue<int>() > 0);
        Assert.Equal(whole["usage"]!["completion_tokens"]!.GetValue<int>(), events[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        Assert.Equal("stop", whole["choices"]![0]!["finish_reason"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task ToolLoop_SignaturesGoThroughTheClientAndBack(string dialect)
    {
        await using var server = await StartAsync(dialect);
        var called = Message(await CompleteAsync(server, Ask(("reasoning", Reasoning), ("tools", Tools))));

        var answer = await CompleteAsync(server, Loop(called));

        Assert.Equal(2, called["tool_calls"]!.AsArray().Count);
        Assert.Contains("temperature is 21", Message(answer)["content"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task ToolLoop_SignatureTampered_IsTheCallersFault(string dialect)
    {
        await using var server = await StartAsync(dialect);
        var called = Message(await CompleteAsync(server, Ask(("reasoning", Reasoning), ("tools", Tools))));
        foreach (var detail in called["reasoning_details"]!.AsArray())
        {
            foreach (var name in new[] { "signature", "data" })
            {
                if (detail![name] is { } secret)
                {
                    detail[name] = "AAAA" + secret.GetValue<string>()[4..];
                }
            }
        }

        using var response = await server.ChatAsync(Loop(called).ToJsonString());
        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("signature", error.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anthropic", "sim/fault-529")]
    [InlineData("anthropic", "sim/fault-429")]
    [InlineData("gemini", "sim/fault-503")]
    [InlineData("gemini", "sim/fault-429")]
    public async Task Fault_BeforeTheAnswer_IsAnErrorStatus(string dialect, string model)
    {
        await using var server = await StartAsync(dialect, model);

        using var response = await server.ChatAsync(Question);
        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");

        Assert.True((int)response.StatusCode is 429 or 502 or 503 or 529, $"{(int)response.StatusCode}");
        Assert.Equal((int)response.StatusCode, error.GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("anthropic", "sim/fault-cut")]
    [InlineData("anthropic", "sim/fault-malformed")]
    [InlineData("anthropic", "sim/fault-error-event")]
    [InlineData("gemini", "sim/fault-cut")]
    [InlineData("gemini", "sim/fault-malformed")]
    [InlineData("gemini", "sim/fault-error-event")]
    public async Task Fault_InTheStream_EndsItWithOneError(string dialect, string model)
    {
        await using var server = await StartAsync(dialect, model);

        using var response = await server.ChatAsync(Ask(("stream", "true")).ToJsonString());
        var (events, _) = await Sse.ReadAsync(response);

        Assert.Single(events, item => item.TryGetProperty("error", out _));
        Assert.True(events[^1].TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Cache_IsWrittenAndThenRead()
    {
        await using var server = await StartAsync("anthropic");
        var body = Ask(("messages", """[{"role":"system","content":[{"type":"text","text":"Answer as a river guide of Paris would.","cache_control":{"type":"ephemeral"}}]},{"role":"user","content":"Hi"}]"""));

        var first = await CompleteAsync(server, body);
        var second = await CompleteAsync(server, body);

        var written = first["usage"]!["prompt_tokens_details"]!["cache_write_tokens"]!.GetValue<int>();
        Assert.True(written > 0);
        Assert.Equal(written, second["usage"]!["prompt_tokens_details"]!["cached_tokens"]!.GetValue<int>());
        Assert.Equal(first["usage"]!["prompt_tokens"]!.GetValue<int>(), second["usage"]!["prompt_tokens"]!.GetValue<int>());
    }

    private Task<TestServer> StartAsync(string dialect, string? model = null)
    {
        var path = dialect == "gemini" ? "v1beta" : "v1";
        var upstream = model ?? (dialect == "gemini" ? "gemini-sim-small" : "sim/small");
        return TestServer.StartAsync($$"""
            {
              "providers": { "acme": { "name": "Acme", "dialect": "{{dialect}}", "base_url": "{{new Uri(_simulator.BaseAddress, path)}}", "api_key": "acme-secret-credential", "timeouts": { "connect_ms": 2000, "first_token_ms": 5000, "idle_ms": 5000 } } },
              "models": { "acme/model": { "endpoints": [ { "provider": "acme", "upstream_model": "{{upstream}}", "pricing": { "prompt": "0.000001", "completion": "0.000002" } } ] } }
            }
            """);
    }

    private static JsonObject Ask(params (string Name, string Json)[] fields)
    {
        var request = JsonNode.Parse(Question)!.AsObject();
        foreach (var (name, json) in fields)
        {
            request[name] = JsonNode.Parse(json);
        }

        return request;
    }

    // The second turn: the message as it came, and a result for each of its calls.
    private static JsonObject Loop(JsonObject called)
    {
        var body = Ask(("reasoning", Reasoning), ("tools", Tools));
        var messages = body["messages"]!.AsArray();
        messages.Add(called.DeepClone());
        foreach (var call in called["tool_calls"]!.AsArray())
        {
            messages.Add(new JsonObject { ["role"] = "tool", ["tool_call_id"] = call!["id"]!.GetValue<string>(), ["content"] = """{"temperature":21}""" });
        }

        return body;
    }

    private static JsonObject Message(JsonNode answer) => answer["choices"]![0]!["message"]!.AsObject();

    private static async Task<JsonNode> CompleteAsync(TestServer server, JsonObject body)
    {
        using var response = await server.ChatAsync(body.ToJsonString());
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
