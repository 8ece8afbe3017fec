using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>How often each upstream is asked when one of them fails, and what that leaves behind.</summary>
public sealed class AttemptTests
{
    private const string Streamed = """{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"Hi"}]}""";
    private const string Request = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";

    private readonly SteppedTime _time = new();

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("reset")]
    public async Task FaultThatHappensOnce_IsMendedAtTheSameEndpoint(string fault)
    {
        var calls = 0;
        await using var first = await FakeUpstream.StartAsync(
            context => Interlocked.Increment(ref calls) == 1 ? FailAsync(context, fault, retryAfter: "1") : AnswerAsync(context));
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await StartAsync(first, second);

        using var response = await server.ChatAsync(Request);
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((2, 0), (first.Requests.Count, second.Requests.Count));
        Assert.Equal("Acme 0", generation.GetProperty("provider_name").GetString());
        Assert.Equal(2, generation.GetProperty("provider_responses").GetArrayLength());
    }

    [Theory]
    [InlineData("429", null, 1)]
    [InlineData("429", "4", 1)]
    [InlineData("429", "1", 2)]
    [InlineData("500", null, 2)]
    [InlineData("503", "1", 1)]
    [InlineData("reset", null, 2)]
    public async Task FaultThatStays_GoesToTheNextEndpoint(string fault, string? retryAfter, int calls)
    {
        await using var first = await FakeUpstream.StartAsync(context => FailAsync(context, fault, retryAfter));
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await StartAsync(first, second);

        using var response = await server.ChatAsync(Request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((calls, 1), (first.Requests.Count, second.Requests.Count));
    }

    [Theory]
    [InlineData("503")]
    [InlineData("429")]
    [InlineData("401")]
    public async Task EndpointThatKeepsFailing_IsAskedThreeTimes_ThenAfterPauses(string fault)
    {
        await using var first = await FakeUpstream.StartAsync(context => FailAsync(context, fault, retryAfter: null));
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await StartAsync(first, second);
        await AskAsync(server, 10);
        Assert.Equal((3, 10), (first.Requests.Count, second.Requests.Count));

        _time.Advance(2.5);
        await AskAsync(server, 3);

        Assert.Equal((4, 13), (first.Requests.Count, second.Requests.Count));
    }

    [Fact]
    public async Task PrimaryDownForAMinute_CostsAFewCalls_AndIsBackAfterIt()
    {
        await using var first = await FakeUpstream.StartAsync(
            context => _time.Elapsed < TimeSpan.FromSeconds(60) ? FailAsync(context, "500", retryAfter: null) : AnswerAsync(context));
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await StartAsync(first, second);

        for (var elapsed = 0; elapsed < 60; elapsed++)
        {
            await AskAsync(server, 3);
            _time.Advance(1);
        }

        Assert.InRange(first.Requests.Count, 4, 10);
        Assert.Equal(180, second.Requests.Count);

        _time.Advance(75);
        await AskAsync(server, 5);

        Assert.Equal(180, second.Requests.Count);
    }

    [Fact]
    public async Task OnlyEndpoint_IsAskedThoughItFails()
    {
        await using var only = await FakeUpstream.StartAsync(context => FailAsync(context, "503", retryAfter: null));
        await using var server = await StartAsync(only);
        for (var request = 0; request < 6; request++)
        {
            using var response = await server.ChatAsync(Request);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        }

        Assert.Equal(6, only.Requests.Count);
    }

    [Fact]
    public async Task RetryAfterOfEverybody_IsAnsweredWithoutAskingAgain_UntilThen()
    {
        await using var first = await FakeUpstream.StartAsync(context => FailAsync(context, "429", retryAfter: "60"));
        await using var second = await FakeUpstream.StartAsync(context => FailAsync(context, "429", retryAfter: "30"));
        await using var server = await StartAsync(first, second);

        foreach (var wait in (int[])[30, 20])
        {
            using var response = await server.ChatAsync(Streamed);
            var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");
            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
            Assert.Equal(wait, response.Headers.RetryAfter?.Delta?.TotalSeconds);
            Assert.Equal("capacity_exhausted", error.GetProperty("availability").GetProperty("code").GetString());
            _time.Advance(10);
        }

        Assert.Equal((1, 1), (first.Requests.Count, second.Requests.Count));
        _time.Advance(11);

        using var later = await server.ChatAsync(Request);

        Assert.Equal((1, 2), (first.Requests.Count, second.Requests.Count));
    }

    [Fact]
    public async Task NoResponse_AndSlowFirstToken_AreLeftForTheNextEndpoint()
    {
        await using var silent = await FakeUpstream.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var slow = await FakeUpstream.StartAsync(async context =>
        {
            await FakeUpstream.Events(Chunks.Role)(context);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var healthy = await FakeUpstream.StartAsync(AnswerAsync);
        var config = TestServer.Config("", silent.BaseUrl, slow.BaseUrl, healthy.BaseUrl)
            .Replace("\"first_token_ms\": 3000", "\"first_token_ms\": 300", StringComparison.Ordinal);
        await using var server = await TestServer.StartAsync(config);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);

        Assert.True(hasEnd);
        Assert.Equal("Hello world", Sse.Text(events));
        Assert.Equal((1, 1, 1), (silent.Requests.Count, slow.Requests.Count, healthy.Requests.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AllAttemptsTogether_HaveOneBound(bool streamed)
    {
        await using var silent = await FakeUpstream.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var never = await FakeUpstream.StartAsync(AnswerAsync);
        var config = TestServer.Config("", silent.BaseUrl, never.BaseUrl)
            .Replace("\"defaults\"", "\"routing\": { \"total_ms\": 400 }, \"defaults\"", StringComparison.Ordinal);
        await using var server = await TestServer.StartAsync(config);

        using var response = await server.ChatAsync(streamed ? Streamed : Request);

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal((1, 0), (silent.Requests.Count, never.Requests.Count));
    }

    [Fact]
    public async Task CallerWhoLeaves_EndsTheAttempts()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var first = await FakeUpstream.StartAsync(async context =>
        {
            asked.SetResult();
            await left.Task;
            await FakeUpstream.Json(500, "{}")(context);
        });
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await TestServer.StartAsync(TestServer.Config("", first.BaseUrl, second.BaseUrl));

        await LeaveAsync(server, asked.Task);
        left.SetResult();

        // Longer than the wait before a repetition.
        await Task.Delay(300);
        Assert.Equal((1, 0), (first.Requests.Count, second.Requests.Count));
    }

    [Fact]
    public async Task WhatHappened_IsShownAndCounted()
    {
        await using var first = await FakeUpstream.StartAsync(context => FailAsync(context, "500", retryAfter: null));
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await StartAsync(first, second);
        await AskAsync(server, 4, Streamed);

        var endpoints = (await server.GetJsonAsync("/api/v1/models/acme/small/endpoints")).GetProperty("data").GetProperty("endpoints");
        using var open = await server.SendAsync(HttpMethod.Get, "/api/v1/models/acme/small/endpoints", key: null);
        var unknown = (await TestServer.ReadJsonAsync(open)).GetProperty("data").GetProperty("endpoints");
        var health = (await server.GetJsonAsync("/api/weir/endpoints/health")).GetProperty("data");
        using var metrics = await server.SendAsync(HttpMethod.Get, "/metrics", server.ManagementKey);
        var text = await metrics.Content.ReadAsStringAsync();

        Assert.Equal((-2, 0), (endpoints[0].GetProperty("status").GetInt32(), endpoints[1].GetProperty("status").GetInt32()));
        Assert.Equal((0.0, 100.0), (endpoints[0].GetProperty("uptime_last_30m").GetDouble(), endpoints[1].GetProperty("uptime_last_5m").GetDouble()));
        Assert.Equal(JsonValueKind.Null, endpoints[0].GetProperty("latency_last_30m").ValueKind);
        Assert.True(endpoints[1].GetProperty("latency_last_30m").GetProperty("p50").GetDouble() > 0);
        Assert.Equal(JsonValueKind.Null, unknown[1].GetProperty("latency_last_30m").ValueKind);
        Assert.Equal(100.0, unknown[1].GetProperty("uptime_last_1d").GetDouble());
        Assert.True(health[0].GetProperty("is_circuit_open").GetBoolean());
        Assert.Equal((3, 4), (health[0].GetProperty("requests_last_30m").GetInt32(), health[1].GetProperty("requests_last_30m").GetInt32()));
        Assert.Matches("""weir_gateway_attempts\w*\{(?=[^}]*provider="acme0")(?=[^}]*outcome="provider_unavailable")[^}]*\} 3""", text);
        Assert.Matches("""weir_gateway_attempts\w*\{(?=[^}]*provider="acme1")(?=[^}]*outcome="ok")[^}]*\} 4""", text);
        Assert.Matches("""weir_gateway_retries\w*\{[^}]*provider="acme0"[^}]*\} 1""", text);
        Assert.Matches("""weir_gateway_circuit_open\w*\{[^}]*endpoint="acme0"[^}]*\} 1""", text);
    }

    private Task<TestServer> StartAsync(params FakeUpstream[] upstreams) =>
        TestServer.StartAsync(TestServer.Config("", [.. upstreams.Select(upstream => upstream.BaseUrl)]), adjust: options => options with { Time = _time });

    private static async Task AskAsync(TestServer server, int times, string body = Request)
    {
        for (var request = 0; request < times; request++)
        {
            using var response = await server.ChatAsync(body);
            _ = await response.Content.ReadAsByteArrayAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static async Task LeaveAsync(TestServer server, Task asked)
    {
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/api/v1/chat/completions"))
        {
            Content = new StringContent(Request, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", server.InferenceKey);
        using var leave = new CancellationTokenSource();
        var sent = invoker.SendAsync(request, leave.Token);
        await asked;
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);

        // The server sees the closed connection a moment later than its client closed it.
        await Task.Delay(200);
    }

    private static Task AnswerAsync(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("event-stream", StringComparison.Ordinal)
            ? FakeUpstream.Events(Chunks.WholeAnswer)(context)
            : FakeUpstream.Json(200, Chunks.Completion)(context);

    private static Task FailAsync(HttpContext context, string fault, string? retryAfter)
    {
        if (fault == "reset")
        {
            context.Abort();
            return Task.CompletedTask;
        }

        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return FakeUpstream.Json(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture), """{"error":{"message":"down"}}""")(context);
    }
}
