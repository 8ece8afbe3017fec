using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>What an answer can cost that another endpoint goes on with is held before that one is asked.</summary>
public sealed class ContinuationHoldTests
{
    private const string Request = """{"model":"acme/small","stream":true,"provider":{"order":["acme0","acme1"]},"messages":[{"role":"user","content":"Count"}]}""";

    // Sixty tokens at a tenth of a cent are held for an answer. The forty words that came are some eighty, as they are counted here, and sixty more may come.
    [Theory]
    [InlineData("0.08", false)]
    [InlineData("0.2", true)]
    public async Task LimitWithoutRoom_EndsTheAnswerWithAnError_AndCostsNothing(string limit, bool fits)
    {
        await using var broken = await FakeUpstream.StartAsync(WordStream.CutAfter(40));
        FakeUpstream? other = null;
        await using var healthy = other = await FakeUpstream.StartAsync(context => WordStream.GoOn(other!.Requests.Last().Body)(context));
        await using var server = await StartAsync(broken, healthy);
        var key = await MakeKeyAsync(server, limit);

        using var response = await server.ChatAsync(Request, key, ("X-OpenRouter-Metadata", "enabled"));
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var usage = (await server.GetJsonAsync("/api/v1/key", key)).GetProperty("data").GetProperty("usage").GetDecimal();

        Assert.True(hasEnd);
        if (fits)
        {
            Assert.Equal(WordStream.Whole, Sse.Text(events));
            Assert.InRange(usage, 0.09m, 0.11m);
            return;
        }

        var error = events[^1].GetProperty("error");
        Assert.Equal(502, error.GetProperty("code").GetInt32());
        Assert.EndsWith("that can cost more than may still be spent.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal([502, 402], Statuses(events[^1]));
        Assert.Equal((0m, 0), (usage, healthy.Requests.Count));

        // What was held is free again.
        using var next = await server.ChatAsync(Request, key);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    private static IEnumerable<int> Statuses(JsonElement chunk) =>
        chunk.GetProperty("openrouter_metadata").GetProperty("attempts").EnumerateArray().Select(attempt => attempt.GetProperty("status").GetInt32());

    private static async Task<string> MakeKeyAsync(TestServer server, string limit)
    {
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, $$"""{"name":"limited","limit":{{limit}}}""");
        return (await TestServer.ReadJsonAsync(made)).GetProperty("key").GetString()!;
    }

    private static Task<TestServer> StartAsync(params FakeUpstream[] upstreams)
    {
        var config = TestServer.Config("", [.. upstreams.Select(upstream => upstream.BaseUrl)])
            .Replace("\"completion\": \"0.000002\"", "\"completion\": \"0.001\"", StringComparison.Ordinal)
            .Replace("\"upstream_model\": \"small-1\",", "\"upstream_model\": \"small-1\", \"max_completion_tokens\": 60,", StringComparison.Ordinal);
        return TestServer.StartAsync(config[..config.LastIndexOf('}')] + """, "routing": { "mid_stream": "continue" } }""");
    }
}
