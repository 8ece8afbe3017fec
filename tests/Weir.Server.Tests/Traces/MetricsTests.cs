using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary>Numbers of calls over time, and searching words, of a live server.</summary>
public sealed class MetricsTests
{
    private const string Time = "from=2023-11-14T00:00:00Z&to=2023-11-15T00:00:00Z";

    [Fact]
    public async Task Numbers_OfCallsThatAppAndProvidersReport_AreByTimeAndGroup()
    {
        await using var server = await TestServer.StartAsync();
        await SendSomeAsync(server);

        var all = await WaitAsync(server, $"/api/weir/metrics?{Time}", spans: 4);
        var point = Assert.Single(all.GetProperty("data").EnumerateArray());
        Assert.Equal("2023-11-14T22:00:00.000000Z", point.GetProperty("start").GetString());
        Assert.Equal((4, 1, 2), (point.GetProperty("span_count").GetInt64(), point.GetProperty("error_count").GetInt64(), point.GetProperty("call_count").GetInt64()));
        Assert.Equal((10, 7, 17, 4), (
            point.GetProperty("prompt_tokens").GetInt64(),
            point.GetProperty("completion_tokens").GetInt64(),
            point.GetProperty("total_tokens").GetInt64(),
            point.GetProperty("cache_read_tokens").GetInt64()));
        Assert.Equal(0.5m, point.GetProperty("cost").GetDecimal());
        Assert.InRange(point.GetProperty("latency_p99_ms").GetDouble(), 0.9, 1.1);
        Assert.Equal(JsonValueKind.Null, all.GetProperty("scanned").ValueKind);
        Assert.Equal(("2023-11-14T00:00:00.000000Z", 3600), (all.GetProperty("from").GetString(), all.GetProperty("bucket_seconds").GetInt32()));

        var byModel = await server.GetJsonAsync($"/api/weir/metrics?{Time}&bucket=day&group_by=model&groups=1");
        Assert.Equal(
            ["a/b False 1", " True 1"],
            byModel.GetProperty("data").EnumerateArray()
                .Select(row => $"{row.GetProperty("group").GetString()} {row.GetProperty("is_rest").GetBoolean()} {row.GetProperty("call_count").GetInt32()}"));

        var filtered = await server.GetJsonAsync($"/api/weir/metrics?{Time}&project=p&filter={Uri.EscapeDataString("metadata['tier'] == 'gold'")}");
        Assert.Equal(1, Assert.Single(filtered.GetProperty("data").EnumerateArray()).GetProperty("call_count").GetInt32());
        Assert.Equal(4, filtered.GetProperty("scanned").GetInt64());
        Assert.Equal(["p"], (await server.GetJsonAsync($"/api/weir/metrics?{Time}&group_by=project")).GetProperty("data").EnumerateArray().Select(row => row.GetProperty("group").GetString()));
    }

    [Fact]
    public async Task GatewayCall_IsCountedByKeyAndApp()
    {
        await using var server = await TestServer.StartAsync();
        using var answer = await server.ChatAsync(
            """{"model":"meta-llama/llama-3.1-8b-instruct:free","messages":[{"role":"user","content":"Hi there"}]}""", null, ("X-Title", "My app"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        _ = await WaitAsync(server, "/api/weir/metrics?bucket=day", spans: 2);

        Assert.Contains("My app", Groups(await server.GetJsonAsync("/api/weir/metrics?bucket=day&group_by=app")));
        Assert.Contains(Groups(await server.GetJsonAsync("/api/weir/metrics?bucket=day&group_by=key")), group => group?.Length == 64);
    }

    [Theory]
    [InlineData("bucket=week", "bucket 'week' is not one of")]
    [InlineData("group_by=colour", "group_by 'colour' is not one of")]
    [InlineData("groups=0", "groups '0' is not a whole number")]
    [InlineData("from=2024-01-02T00:00:00Z&to=2024-01-01T00:00:00Z", "to is not after from")]
    [InlineData("bucket=minute&from=2020-01-01T00:00:00Z&to=2024-01-01T00:00:00Z", "points")]
    [InlineData("filter=cost%20%3E%201", "a filter needs a project")]
    [InlineData("bucket=minute&group_by=user&from=2024-01-01T00:00:00Z&to=2024-01-01T01:00:00Z", "needs a project")]
    [InlineData("cursor=abc", "cursor is not one")]
    public async Task WrongQuestions_AreRefusedWithWhatWouldWork(string question, string expected)
    {
        await using var server = await TestServer.StartAsync();
        using var response = await server.SendAsync(HttpMethod.Get, "/api/weir/metrics?" + question, server.InferenceKey);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OverTheApi_FindsWordsAndSaysWhatIsNotIndexed()
    {
        await using var server = await TestServer.StartAsync();
        await SendSomeAsync(server);

        var page = await server.GetJsonAsync("/api/weir/spans?project=p&filter=" + Uri.EscapeDataString("search('refund polic*')"));

        Assert.Equal("call", Assert.Single(page.GetProperty("data").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(0, page.GetProperty("unindexed").GetInt64());
        using var metrics = await server.SendAsync(HttpMethod.Get, "/metrics", null);
        Assert.Contains("weir_traces_unindexed", await metrics.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Groups(JsonElement page) => page.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("group").GetString());

    private static Task SendSomeAsync(TestServer server) => Otlp.SendAsync(
        server,
        "p",
        Otlp.Span(1, 1, name: "agent", attributes: [("openinference.span.kind", Otlp.Text("AGENT")), ("llm.token_count.prompt", Otlp.Whole(10))]),
        Otlp.Span(
            1,
            2,
            parent: 1,
            name: "call",
            attributes:
            [
                ("openinference.span.kind", Otlp.Text("LLM")), ("llm.model_name", Otlp.Text("a/b")), ("llm.token_count.prompt", Otlp.Whole(7)), ("llm.token_count.completion", Otlp.Whole(5)),
                ("llm.token_count.prompt_details.cache_read", Otlp.Whole(4)), ("llm.cost.total", """{"doubleValue":0.4}"""), ("metadata", Otlp.Text("""{"tier":"gold"}""")),
                ("input.value", Otlp.Text("What is the refund policy?")),
            ]),
        Otlp.Span(
            1,
            3,
            parent: 1,
            attributes:
            [
                ("openinference.span.kind", Otlp.Text("LLM")), ("llm.model_name", Otlp.Text("c/d")), ("llm.token_count.prompt", Otlp.Whole(3)), ("llm.token_count.completion", Otlp.Whole(2)),
                ("llm.cost.total", """{"doubleValue":0.1}"""),
            ]),
        Otlp.Span(1, 4, parent: 1, status: 2));

    // Numbers follow the spans within a second, on a machine that has nothing else to do.
    private static async Task<JsonElement> WaitAsync(TestServer server, string address, int spans)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var page = await server.GetJsonAsync(address);
            if (page.GetProperty("data").EnumerateArray().Sum(row => row.GetProperty("span_count").GetInt64()) >= spans)
            {
                return page;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
