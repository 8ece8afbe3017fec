using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Sixteen ways in which an endpoint breaks, each through a live server: the answer is whole, or there is the one right error, and the bill and the record say so.</summary>
public sealed class SixteenFaultsTests
{
    private const string Request = """{"model":"acme/small","stream":true,"provider":{"order":["primary","healthy"]},"messages":[{"role":"user","content":"Count"}]}""";

    // Twice the longest scaled wait, a retry after a second, and room for a busy machine.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(8);

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            for (var at = 0; at < FaultCase.All.Count; at++)
            {
                cases.Add(at, "continue");
                cases.Add(at, "error");
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Fault_EndsAsItShould(int number, string policy)
    {
        var fault = FaultCase.All[number];
        var end = policy == "continue" ? fault.Continued : fault.Stopped;
        var isHealed = false;
        await using var primary = await StartAsync((context, upstream) =>
            isHealed ? FakeUpstream.Events(WordStream.Complete)(context) : fault.Primary(context, upstream.Requests.Count));
        await using var healthy = await StartAsync((context, upstream) => AnswerAsync(context, upstream, end));
        await using var server = await TestServer.StartAsync(Config(policy, primary, healthy, end.RefusesPrefill));

        var started = Stopwatch.GetTimestamp();
        using var response = await server.ChatAsync(Request);
        var text = await ReadAsync(response, fault, end);

        Assert.True(Stopwatch.GetElapsedTime(started) < Bound, $"{fault.Name} took {Stopwatch.GetElapsedTime(started)}");
        Assert.Equal(end.HealthyCalls ?? healthy.Requests.Count, healthy.Requests.Count);
        Assert.Equal(end.AllCalls ?? primary.Requests.Count + healthy.Requests.Count, primary.Requests.Count + healthy.Requests.Count);
        AssertRecord(await server.GenerationOfAsync(response), end, text);
        if (end.Recovers)
        {
            isHealed = true;
            await AssertRecoveredAsync(server);
        }
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, FaultCase fault, FaultEnd end)
    {
        if (end is { Error: { } status, IsInBand: false })
        {
            Assert.Equal(status, (int)response.StatusCode);
            return "";
        }

        var (events, hasEnd) = await Sse.ReadAsync(response);
        Assert.True(hasEnd, fault.Name);
        Assert.Single(events.Select(item => item.GetProperty("id").GetString()).Distinct());
        Assert.Single(events.Select(item => item.GetProperty("model").GetString()).Distinct());
        if (end.Error is { } error)
        {
            Assert.Equal(error, events[^1].GetProperty("error").GetProperty("code").GetInt32());
            Assert.Single(events, item => item.TryGetProperty("error", out _));
            var shown = Sse.Text(events.SkipLast(1));
            Assert.StartsWith(shown, WordStream.Whole, StringComparison.Ordinal);
            return shown;
        }

        Assert.DoesNotContain(events, item => item.TryGetProperty("error", out _));
        Assert.Equal(WordStream.Whole, Sse.Text(events));
        Assert.Single(events, item => item.GetProperty("choices").EnumerateArray().Any(choice => choice.GetProperty("finish_reason").ValueKind == JsonValueKind.String));
        Assert.Single(events, item => item.GetProperty("choices").EnumerateArray().Any(choice => choice.GetProperty("delta").TryGetProperty("role", out _)));
        return WordStream.Whole;
    }

    private static void AssertRecord(JsonElement generation, FaultEnd end, string text)
    {
        var cost = generation.GetProperty("total_cost").GetDecimal();
        Assert.Equal(end.AnsweredBy ?? generation.GetProperty("provider_name").GetString(), end.Error is null or 502 or 504 ? generation.GetProperty("provider_name").GetString() : end.AnsweredBy);
        if (end.Error is not null)
        {
            Assert.Equal(0, cost);
            Assert.Equal(end.Error, generation.GetProperty("status").GetInt32());
            Assert.Equal(text.Length > 0, generation.GetProperty("native_tokens_completion") is { ValueKind: JsonValueKind.Number } tokens && tokens.GetInt64() > 0);
            return;
        }

        Assert.True(cost > 0);
        Assert.Equal(end.Cost ?? generation.GetProperty("total_cost").GetRawText(), generation.GetProperty("total_cost").GetRawText());
        var parts = generation.GetProperty("parts");
        Assert.Equal(end.Parts, parts.ValueKind == JsonValueKind.Array ? parts.GetArrayLength() : 0);
        if (end.Parts == 2)
        {
            AssertParts(generation, [.. parts.EnumerateArray()], end);
        }
    }

    private static void AssertParts(JsonElement generation, JsonElement[] parts, FaultEnd end)
    {
        Assert.Equal(["Primary", "Healthy"], parts.Select(part => part.GetProperty("provider_name").GetString()));
        Assert.Equal(["first", "instruction"], parts.Select(part => part.GetProperty("how").GetString()));
        Assert.True(parts[0].GetProperty("tokens_prompt").GetInt64() > 0);
        Assert.Equal(0, parts[1].GetProperty("tokens_prompt").GetInt64());
        Assert.Equal(200, parts[1].GetProperty("upstream_tokens_prompt").GetInt64());
        Assert.Equal(parts[1].GetProperty("tokens_completion").GetInt64() * 0.00003m, parts[1].GetProperty("cost").GetDecimal());
        Assert.Equal(generation.GetProperty("total_cost").GetDecimal(), parts.Sum(part => part.GetProperty("cost").GetDecimal()));
        Assert.Equal(generation.GetProperty("native_tokens_prompt").GetInt64(), parts[0].GetProperty("tokens_prompt").GetInt64());
        Assert.Equal(end.HealthyCalls + 1, generation.GetProperty("provider_responses").GetArrayLength());
    }

    // Whoever answers then, the caller does not notice the outage.
    private static async Task AssertRecoveredAsync(TestServer server)
    {
        using var response = await server.ChatAsync(Request);
        var (events, hasEnd) = await Sse.ReadAsync(response);

        Assert.True(hasEnd);
        Assert.Equal(WordStream.Whole, Sse.Text(events));
    }

    private static async Task AnswerAsync(HttpContext context, FakeUpstream upstream, FaultEnd end)
    {
        var body = upstream.Requests.Last().Body;
        using var request = JsonDocument.Parse(body);
        var isPrefilled = request.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("role").GetString() == "assistant";
        var answer = isPrefilled && end.RefusesPrefill
            ? FakeUpstream.Json(400, """{"error":{"message":"the conversation must end with a user message"}}""")
            : end.Cost is null ? WordStream.GoOn(body) : FakeUpstream.Events([.. WordStream.Complete.SkipLast(2), WordStream.Usage(6, 60), Chunks.Done]);
        await answer(context);
    }

    private static async Task<FakeUpstream> StartAsync(Func<HttpContext, FakeUpstream, Task> answer)
    {
        FakeUpstream? upstream = null;
        upstream = await FakeUpstream.StartAsync(context => answer(context, upstream!));
        return upstream;
    }

    private static string Config(string policy, FakeUpstream primary, FakeUpstream healthy, bool prefill) => $$"""
        {
          "providers": {
            "primary": { "name": "Primary", "dialect": "openai", "base_url": "{{primary.BaseUrl}}", "timeouts": { "first_token_ms": 600, "idle_ms": 400 } },
            "healthy": { "name": "Healthy", "dialect": "openai", "base_url": "{{healthy.BaseUrl}}", "timeouts": { "first_token_ms": 2000, "idle_ms": 2000 } }
          },
          "models": {
            "acme/small": {
              "endpoints": [
                { "provider": "primary", "upstream_model": "small-1", "pricing": { "prompt": "0.00001", "completion": "0.00002" } },
                { "provider": "healthy", "upstream_model": "small-1", "prefill": {{(prefill ? "true" : "false")}}, "pricing": { "prompt": "0.00001", "completion": "0.00003" } }
              ]
            }
          },
          "routing": { "mid_stream": "{{policy}}" }
        }
        """;
}
