using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary>The list of traces of a live server.</summary>
public sealed class TraceListTests
{
    [Fact]
    public async Task List_PagesThroughEveryTraceNewestFirst()
    {
        await using var server = await TestServer.StartAsync();
        for (var trace = 1; trace <= 5; trace++)
        {
            await Otlp.SendAsync(server, "p", Otlp.Span(trace, 1));
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await server.GetJsonAsync("/api/weir/traces?limit=2" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
            seen.AddRange(Ids(page));
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(1, 5).Reverse().Select(Otlp.TraceId), seen);
    }

    [Fact]
    public async Task List_AddsUpATraceAndShowsItsWords()
    {
        await using var server = await TestServer.StartAsync();
        await Otlp.SendAsync(
            server,
            "p",
            Otlp.Span(1, 1, name: "agent", attributes: [("openinference.span.kind", Otlp.Text("AGENT")), ("input.value", Otlp.Text(" What \n is it? ")), ("output.value", Otlp.Text("That.")), ("session.id", Otlp.Text("s-1"))]),
            Otlp.Span(1, 2, parent: 1, attributes: [("openinference.span.kind", Otlp.Text("LLM")), ("llm.model_name", Otlp.Text("a/b")), ("llm.token_count.prompt", Otlp.Whole(7)), ("llm.token_count.completion", Otlp.Whole(5))]),
            Otlp.Span(1, 3, parent: 1, status: 2));

        var trace = (await server.GetJsonAsync("/api/weir/traces")).GetProperty("data")[0];

        Assert.Equal("agent", trace.GetProperty("name").GetString());
        Assert.Equal("AGENT", trace.GetProperty("kind").GetString());
        Assert.Equal("UNSET", trace.GetProperty("status").GetString());
        Assert.Equal("p", trace.GetProperty("project").GetString());
        Assert.Equal(3, trace.GetProperty("span_count").GetInt32());
        Assert.Equal(1, trace.GetProperty("error_count").GetInt32());
        Assert.Equal(12, trace.GetProperty("total_tokens").GetInt64());
        Assert.Equal("a/b", trace.GetProperty("model").GetString());
        Assert.Equal("s-1", trace.GetProperty("session_id").GetString());
        Assert.Equal("What is it?", trace.GetProperty("input").GetString());
        Assert.Equal("That.", trace.GetProperty("output").GetString());
        Assert.Equal("2023-11-14T22:13:20.000000Z", trace.GetProperty("start_time").GetString());
        Assert.False(trace.GetProperty("is_partial").GetBoolean());
    }

    [Fact]
    public async Task List_ByProjectAndStatus_ShowsOnlyThose()
    {
        await using var server = await TestServer.StartAsync();
        await Otlp.SendAsync(server, "one", Otlp.Span(1, 1));
        await Otlp.SendAsync(server, "two", Otlp.Span(2, 1, status: 2));
        await Otlp.SendAsync(server, "two", Otlp.Span(3, 1, status: 1), Otlp.Span(3, 2, parent: 1, status: 2));

        Assert.Equal([Otlp.TraceId(1)], Ids(await server.GetJsonAsync("/api/weir/traces?project=one")));
        Assert.Equal([Otlp.TraceId(2)], Ids(await server.GetJsonAsync("/api/weir/traces?status=error")));
        Assert.Empty(Ids(await server.GetJsonAsync("/api/weir/traces?status=error&project=one")));
    }

    [Fact]
    public async Task GatewayCall_BelowACallersSpan_IsListedUnderGatewayUntilTheCallerReports()
    {
        await using var server = await TestServer.StartAsync();
        using var answer = await server.ChatAsync(
            """{"model":"meta-llama/llama-3.1-8b-instruct:free","messages":[{"role":"user","content":"Hi there"}]}""",
            null,
            ("traceparent", $"00-{Otlp.TraceId(9)}-{Otlp.SpanId(1)}-01"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        _ = await server.SpansAsync(Otlp.TraceId(9), 2);

        var alone = (await server.GetJsonAsync("/api/weir/traces?project=gateway")).GetProperty("data")[0];
        await Otlp.SendAsync(
            server,
            "app",
            Otlp.Span(9, 1, attributes: [("openinference.span.kind", Otlp.Text("LLM")), ("llm.token_count.prompt", Otlp.Whole(1000)), ("llm.token_count.completion", Otlp.Whole(1000))]));
        var together = (await server.GetJsonAsync("/api/weir/traces?project=app")).GetProperty("data")[0];

        Assert.Equal("Hi there", alone.GetProperty("input").GetString());
        Assert.Equal("meta-llama/llama-3.1-8b-instruct:free", alone.GetProperty("model").GetString());
        Assert.Empty(Ids(await server.GetJsonAsync("/api/weir/traces?project=gateway")));
        Assert.Equal("step", together.GetProperty("name").GetString());
        Assert.Equal(alone.GetProperty("total_tokens").GetInt64(), together.GetProperty("total_tokens").GetInt64());
        Assert.Equal(alone.GetProperty("cost").GetRawText(), together.GetProperty("cost").GetRawText());
    }

    [Theory]
    [InlineData("limit=0", "limit '0' is not a whole number from 1 to 200.")]
    [InlineData("limit=201", "limit '201' is not a whole number from 1 to 200.")]
    [InlineData("status=ok", "status 'ok' cannot be asked for; write status=error, or leave it out for all traces.")]
    [InlineData("cursor=x", "cursor 'x' is not one that this list gave out; take next_cursor of the page before.")]
    public async Task List_BadParameter_IsNamedWithWhatWouldWork(string query, string expected)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Get, "/api/weir/traces?" + query, server.InferenceKey);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(expected, Message(await TestServer.ReadJsonAsync(response)));
    }

    [Fact]
    public async Task List_UnknownProject_Is404WithItsName()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Get, "/api/weir/traces?project=nowhere", server.InferenceKey);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("'nowhere'", Message(await TestServer.ReadJsonAsync(response)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/weir/traces")]
    [InlineData("/api/weir/traces/live")]
    [InlineData("/api/weir/traces/5b8efff798038103d269b63300000001")]
    [InlineData("/api/weir/traces/5b8efff798038103d269b63300000001/spans/0000000000000001")]
    [InlineData("/api/weir/status")]
    public async Task WithoutAKey_NothingIsShown(string path)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Get, path, key: null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static string? Message(JsonElement answer) => answer.GetProperty("error").GetProperty("message").GetString();

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("trace_id").GetString()!);
}
