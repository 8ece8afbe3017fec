using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Answers that break off and go on elsewhere: what can be joined is joined, what cannot ends with an error.</summary>
public sealed class ContinuationTests
{
    private const string Continue = """, "routing": { "mid_stream": "continue" } }""";

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 3)]
    [InlineData(false, 60)]
    public async Task AnswerIsRead_Once_HoweverTheNextEndpointGoesOn(bool prefill, int repeated)
    {
        await using var broken = await FakeUpstream.StartAsync(WordStream.CutAfter(40));
        await using var healthy = await StartAsync(body => WordStream.GoOn(body, repeated));
        await using var server = await StartAsync(prefill, broken, healthy);

        using var response = await server.ChatAsync(Asked(""));
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.True(hasEnd);
        Assert.Equal(WordStream.Whole, Sse.Text(events));
        Assert.Equal(prefill ? "prefill" : "instruction", generation.GetProperty("parts")[1].GetProperty("how").GetString());
        var spans = await server.SpansAsync(generation.GetProperty("trace_id").GetString()!, 3);
        Assert.Single(spans, span => span.GetProperty("attributes").TryGetProperty("weir.answer_parts", out _));
        Assert.Single(spans, span => span.GetProperty("status_code").GetString() == "ERROR");
    }

    [Fact]
    public async Task SecondBreak_IsGoneOnWithByTheThird()
    {
        await using var first = await FakeUpstream.StartAsync(WordStream.CutAfter(20));
        await using var second = await StartAsync(_ => WordStream.CutBetween(19, 40));
        await using var third = await StartAsync(body => WordStream.GoOn(body));
        await using var server = await StartAsync(prefill: false, first, second, third);

        using var response = await server.ChatAsync(Asked(""));
        var (events, _) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal(WordStream.Whole, Sse.Text(events));
        Assert.Equal(3, generation.GetProperty("parts").GetArrayLength());
        Assert.Equal("Acme 2", generation.GetProperty("provider_name").GetString());
    }

    [Fact]
    public async Task NobodyGoesOn_IsTheErrorOfTheBreak_AndCostsNothing()
    {
        await using var broken = await FakeUpstream.StartAsync(WordStream.CutAfter(40));
        await using var down = await FakeUpstream.StartAsync(FakeUpstream.Json(503, "{}"));
        await using var server = await StartAsync(prefill: false, broken, down);

        using var response = await server.ChatAsync(Asked(""));
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.True(hasEnd);
        Assert.Equal(502, events[^1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("0", generation.GetProperty("total_cost").GetRawText());
        Assert.Equal(2, generation.GetProperty("provider_responses").GetArrayLength());
    }

    [Theory]
    [InlineData(""","n":2""")]
    [InlineData(""","logprobs":true""")]
    [InlineData(""","response_format":{"type":"json_schema","json_schema":{"name":"a","schema":{}}}""")]
    [InlineData(""","response_format":{"type":"json_object"}""")]
    public async Task WhatCannotBeJoined_EndsWithAnError_AndNobodyElseIsAsked(string members)
    {
        await using var broken = await FakeUpstream.StartAsync(WordStream.CutAfter(40));
        await using var healthy = await StartAsync(body => WordStream.GoOn(body));
        await using var server = await StartAsync(prefill: false, broken, healthy);

        using var response = await server.ChatAsync(Asked(members));
        var (events, _) = await Sse.ReadAsync(response);

        Assert.Equal(502, events[^1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Empty(healthy.Requests);
    }

    [Fact]
    public async Task ToolCallThatHasBegun_EndsWithAnError()
    {
        const string Call = """{"id":"up-1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"f","arguments":"{\"a"}}]},"finish_reason":null}]}""";
        await using var broken = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Role, Call));
        await using var healthy = await FakeUpstream.StartAsync(FakeUpstream.Events(WordStream.Complete));
        await using var server = await StartAsync(prefill: false, broken, healthy);

        using var response = await server.ChatAsync(Asked(""));
        var (events, _) = await Sse.ReadAsync(response);

        Assert.Equal(502, events[^1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Empty(healthy.Requests);
    }

    [Theory]
    [InlineData("""\"b\": 2}""", true)]
    [InlineData("""and so on""", false)]
    public async Task JsonAnswer_GoesOnByPrefill_AndIsJsonOrAnError(string rest, bool isWhole)
    {
        await using var broken = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Role, Chunks.Text("""{\"a\": 1, """)));
        await using var healthy = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Role, Chunks.Text(rest), Chunks.Stop, Chunks.Usage, Chunks.Done));
        await using var server = await StartAsync(prefill: true, broken, healthy);

        using var response = await server.ChatAsync(Asked(""","response_format":{"type":"json_object"}"""));
        var (events, _) = await Sse.ReadAsync(response);

        Assert.DoesNotContain("response_format", healthy.Requests.Single().Body, StringComparison.Ordinal);
        Assert.Equal(isWhole, !events.Any(item => item.TryGetProperty("error", out _)));
        if (isWhole)
        {
            Assert.Equal("""{"a": 1, "b": 2}""", Sse.Text(events));
        }
    }

    [Fact]
    public async Task BreakWithinThoughts_IsAskedAnew_AndTheSecondThoughtsStayAway()
    {
        static string Thought(string text) => $$"""{"id":"up-1","choices":[{"index":0,"delta":{"reasoning":"{{text}}"},"finish_reason":null}]}""";
        await using var broken = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Role, Thought("First ")));
        await using var healthy = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Role, Thought("Second "), Chunks.Text("Hello world"), Chunks.Stop, Chunks.Usage, Chunks.Done));
        await using var server = await StartAsync(prefill: true, broken, healthy);

        using var response = await server.ChatAsync(Asked(""));
        var (events, _) = await Sse.ReadAsync(response);
        var all = string.Join('\n', events.Select(item => item.GetRawText()));

        Assert.Contains("First ", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Second ", all, StringComparison.Ordinal);
        Assert.Equal("Hello world", Sse.Text(events));
        Assert.DoesNotContain("\"error\"", all, StringComparison.Ordinal);
        Assert.DoesNotContain("\"role\":\"user\",\"content\":\"Your answer", healthy.Requests.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LimitOfTokens_IsKeptOverTheSeam()
    {
        await using var broken = await FakeUpstream.StartAsync(WordStream.CutAfter(40));
        await using var healthy = await StartAsync(body => WordStream.GoOn(body));
        await using var server = await StartAsync(prefill: false, broken, healthy);

        using var response = await server.ChatAsync(Asked(""","max_tokens":500"""));
        _ = await response.Content.ReadAsStringAsync();
        using var ended = await server.ChatAsync(Asked(""","max_tokens":20"""));
        var (events, _) = await Sse.ReadAsync(ended);

        using var asked = JsonDocument.Parse(healthy.Requests.Single().Body);
        Assert.InRange(asked.RootElement.GetProperty("max_tokens").GetInt32(), 300, 480);
        Assert.Contains(events, item => item.GetProperty("choices").EnumerateArray().Any(choice => choice.GetProperty("finish_reason").ValueEquals("length")));
        Assert.DoesNotContain(events, item => item.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task MessagesProtocol_ReadsOneMessage()
    {
        await using var broken = await FakeUpstream.StartAsync(WordStream.CutAfter(40));
        await using var healthy = await StartAsync(body => WordStream.GoOn(body));
        await using var server = await StartAsync(prefill: false, broken, healthy);

        using var response = await server.SendAsync(
            HttpMethod.Post, "/api/v1/messages", server.InferenceKey, """{"model":"acme/small","stream":true,"max_tokens":500,"provider":{"order":["acme0","acme1"]},"messages":[{"role":"user","content":"Count"}]}""");
        var events = await MessageEvents.ReadAsync(response);

        Assert.Equal(WordStream.Whole, MessageEvents.Text(events));
        Assert.Single(events, item => MessageEvents.TypeOf(item) == "message_start");
        Assert.Single(events, item => MessageEvents.TypeOf(item) == "content_block_start");
        Assert.Equal("message_stop", MessageEvents.TypeOf(events[^1]));
    }

    [Fact]
    public async Task WholeBodyThatBreaksOff_HasReachedNobody_AndTheNextEndpointIsAsked()
    {
        await using var broken = await FakeUpstream.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Chunks.Completion.Length;
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Chunks.Completion).AsMemory(0, 100));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await using var healthy = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartAsync(prefill: false, broken, healthy);

        using var response = await server.ChatAsync("""{"model":"acme/small","provider":{"order":["acme0","acme1"]},"messages":[{"role":"user","content":"Hi"}]}""");
        var answer = await TestServer.ReadJsonAsync(response);

        Assert.Equal("Hello world", answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
        Assert.Single(healthy.Requests);
        Assert.Equal("0.000018", (await server.GenerationOfAsync(response)).GetProperty("total_cost").GetRawText());
    }

    private static string Asked(string members) =>
        $$"""{"model":"acme/small","stream":true,"provider":{"order":["acme0","acme1","acme2"]},"messages":[{"role":"user","content":"Count"}]{{members}}}""";

    private static Task<TestServer> StartAsync(bool prefill, params FakeUpstream[] upstreams)
    {
        var config = TestServer.Config("", [.. upstreams.Select(upstream => upstream.BaseUrl)]);
        config = prefill ? config.Replace("\"upstream_model\": \"small-1\",", "\"upstream_model\": \"small-1\", \"prefill\": true,", StringComparison.Ordinal) : config;
        return TestServer.StartAsync(config[..config.LastIndexOf('}')] + Continue);
    }

    private static async Task<FakeUpstream> StartAsync(Func<string, Func<Microsoft.AspNetCore.Http.HttpContext, Task>> answer)
    {
        FakeUpstream? upstream = null;
        upstream = await FakeUpstream.StartAsync(context => answer(upstream!.Requests.Last().Body)(context));
        return upstream;
    }
}
