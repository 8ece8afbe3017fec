using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Weir.Simulator;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>The faults that the simulator plays, through a live server and a live simulator: asked for by the caller where it stands in, and by a provider's headers where it is one.</summary>
public sealed class SimulatorFaultTests
{
    private const string Streamed = """{"model":"sim/small","stream":true,"max_tokens":60,"messages":[{"role":"user","content":"Tell me about rivers and the weather there"}]}""";

    /// <summary>A fault, the status it ends with where nobody else can answer, and whether that comes in the stream.</summary>
    public static TheoryData<string, string, int, bool> Faults => new()
    {
        { "x-sim-status", "400", 400, false },
        { "x-sim-status", "503", 503, false },
        { "x-sim-status", "500", 502, false },
        { "x-sim-status", "429", 429, false },
        { "x-sim-ttft-ms", "300", 200, false },
        { "x-sim-tps", "400", 200, false },
        { "x-sim-cut-after", "5", 502, true },
        { "x-sim-stall-after", "5", 200, false },
        { "x-sim-reset", "headers", 502, false },
        { "x-sim-reset", "body", 502, false },
        { "x-sim-malformed-at", "5", 502, true },
        { "x-sim-no-done", "1", 200, false },
        { "x-sim-no-usage", "1", 200, false },
    };

    public static TheoryData<string, string, string> Primaries
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var policy in (string[])["error", "continue"])
            {
                cases.Add("x-sim-status", "503", policy);
                cases.Add("x-sim-status", "429", policy);
                cases.Add("x-sim-reset", "headers", policy);
                cases.Add("x-sim-reset", "body", policy);
                cases.Add("x-sim-cut-after", "5", policy);
                cases.Add("x-sim-malformed-at", "5", policy);
                cases.Add("x-sim-stall-after", "5", policy);
                cases.Add("x-sim-ttft-ms", "5000", policy);
                cases.Add("x-sim-no-done", "1", policy);
                cases.Add("x-sim-no-usage", "1", policy);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task FaultOfTheOnlyEndpoint_IsTheCallersToSee(string header, string value, int status, bool isInBand)
    {
        await using var server = await TestServer.StartAsync("""{ "routing": { "mid_stream": "continue" } }""");

        using var response = await server.ChatAsync(Streamed, null, (header, value), value == "429" ? ("x-sim-retry-after", "30") : ("x-sim-stall-ms", "300"));
        var generation = await GenerationAsync(server, response);

        Assert.Equal(isInBand ? HttpStatusCode.OK : (HttpStatusCode)status, response.StatusCode);
        Assert.Equal(status, generation.GetProperty("status").GetInt32());
        Assert.Equal(status == 200, generation.GetProperty("total_cost").GetDecimal() > 0);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            var (events, hasEnd) = await Sse.ReadAsync(response);
            Assert.True(hasEnd);
            Assert.Equal(isInBand, events[^1].TryGetProperty("error", out _));
            Assert.NotEmpty(Sse.Text(events));
        }
        else
        {
            Assert.Equal(status == 429 ? TimeSpan.FromSeconds(30) : null, response.Headers.RetryAfter?.Delta);
        }
    }

    [Fact]
    public async Task FlappingEndpoint_AnswersWhenItIsUp()
    {
        await using var server = await TestServer.StartAsync("{}");
        var started = Stopwatch.GetTimestamp();
        using var down = await server.ChatAsync(Streamed, null, ("x-sim-flap-s", "3"));
        await Task.Delay(TimeSpan.FromSeconds(3.5) - Stopwatch.GetElapsedTime(started), TestContext.Current.CancellationToken);
        using var up = await server.ChatAsync(Streamed, null, ("x-sim-flap-s", "3"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (down.StatusCode, up.StatusCode));
    }

    [Theory]
    [MemberData(nameof(Primaries))]
    public async Task FaultOfTheFirstOfTwo_IsMended_OrSaid(string header, string value, string policy)
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" }, TestContext.Current.CancellationToken);
        await using var server = await TestServer.StartAsync(Config(simulator.BaseAddress, header, value, policy));

        using var response = await server.ChatAsync(Streamed, null, ("x-sim-status", "500"));
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var generation = await GenerationAsync(server, response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(hasEnd);
        Assert.NotEmpty(Sse.Text(events));
        var isBroken = header is "x-sim-cut-after" or "x-sim-malformed-at" or "x-sim-stall-after";
        var isAnsweredByTheFirst = header is "x-sim-no-done" or "x-sim-no-usage";
        var isError = isBroken && policy == "error";
        Assert.Equal(isError, events[^1].TryGetProperty("error", out _));
        Assert.Equal(!isError, generation.GetProperty("total_cost").GetDecimal() > 0);
        Assert.Equal(isError || isAnsweredByTheFirst ? "First" : "Second", generation.GetProperty("provider_name").GetString());
        Assert.Equal(isBroken && !isError ? 2 : 0, generation.GetProperty("parts") is { ValueKind: JsonValueKind.Array } parts ? parts.GetArrayLength() : 0);

        // The caller's own wish to break something went to nobody: no attempt ended in what it asks for.
        Assert.DoesNotContain(generation.GetProperty("provider_responses").EnumerateArray(), attempt => attempt.GetProperty("status") is { ValueKind: JsonValueKind.Number } status && status.GetInt32() == 500);
    }

    private static async Task<JsonElement> GenerationAsync(TestServer server, HttpResponseMessage response)
    {
        await response.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        return await server.GenerationOfAsync(response);
    }

    private static string Config(Uri simulator, string header, string value, string policy) => $$"""
        {
          "providers": {
            "first": { "name": "First", "dialect": "openai", "base_url": "{{simulator}}v1", "headers": { "{{header}}": "{{value}}"{{(header == "x-sim-stall-after" ? ", \"x-sim-stall-ms\": \"5000\"" : "")}} }, "timeouts": { "first_token_ms": 1500, "idle_ms": 1000 } },
            "second": { "name": "Second", "dialect": "openai", "base_url": "{{simulator}}v1" }
          },
          "models": {
            "sim/small": {
              "endpoints": [
                { "provider": "first", "upstream_model": "sim/small", "pricing": { "prompt": "0.00001", "completion": "0.00002" } },
                { "provider": "second", "upstream_model": "sim/small", "prefill": true, "pricing": { "prompt": "0.00001", "completion": "0.00003" } }
              ]
            }
          },
          "defaults": { "provider": { "order": ["first", "second"] } },
          "routing": { "mid_stream": "{{policy}}" }
        }
        """;
}
