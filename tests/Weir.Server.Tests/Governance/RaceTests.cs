using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Ledger.Admission;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>A thousand requests at once under a limit that has room for a few: those get through, to the last nano-dollar, and no other.</summary>
public sealed class RaceTests
{
    private const int Requests = 1_000;
    private const int Fitting = 37;
    private const int MostTokens = 10;

    private const string Body = """{"model":"acme/small","max_tokens":10,"messages":[{"role":"user","content":"Hi"}]}""";
    private const string Streamed = """{"model":"acme/small","max_tokens":10,"stream":true,"messages":[{"role":"user","content":"Hi"}]}""";

    // A token a byte is the most that a prompt can have, and what these answers say they used: each costs all that is held for it.
    [Theory]
    [InlineData(LimitKind.Key, false)]
    [InlineData(LimitKind.Key, true)]
    [InlineData(LimitKind.WorkspaceBudget, false)]
    [InlineData(LimitKind.WorkspaceBudget, true)]
    [InlineData(LimitKind.Guardrail, false)]
    [InlineData(LimitKind.Guardrail, true)]
    [InlineData(LimitKind.AccountBalance, false)]
    [InlineData(LimitKind.AccountBalance, true)]
    public async Task AThousandAtOnce_ExactlyThoseThatFitSucceed_AndNothingIsOvershot(LimitKind kind, bool streamed)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await FakeUpstream.StartAsync(After(gate.Task, Answer(streamed)));
        await using var server = await StartAsync(upstream);
        var key = await LimitAsync(server, kind, Cost(streamed) * Fitting);

        var statuses = await RaceAsync(server, key, streamed, gate, refusals: Requests - Fitting);
        var spent = (await server.GetJsonAsync("/api/v1/key", key)).GetProperty("data").GetProperty("usage").GetDecimal();
        var credits = (await server.GetJsonAsync("/api/v1/credits", server.ManagementKey)).GetProperty("data").GetProperty("total_usage").GetDecimal();

        var refusal = kind is LimitKind.Key or LimitKind.AccountBalance ? HttpStatusCode.PaymentRequired : HttpStatusCode.Forbidden;
        Assert.Equal((Fitting, Requests - Fitting), (statuses.Count(status => status == HttpStatusCode.OK), statuses.Count(status => status == refusal)));
        Assert.Equal(Fitting, upstream.Requests.Count);
        Assert.Equal((Cost(streamed) * Fitting, Cost(streamed) * Fitting), (spent, credits));
    }

    // What failed gives its hold back: the same room is there for the next ones, and for no more.
    [Theory]
    [InlineData(LimitKind.Key, false)]
    [InlineData(LimitKind.WorkspaceBudget, true)]
    [InlineData(LimitKind.Guardrail, false)]
    [InlineData(LimitKind.AccountBalance, true)]
    public async Task Failures_GiveBackWhatWasHeld(LimitKind kind, bool streamed)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = FakeUpstream.Json(400, """{"error":{"message":"no","type":"invalid_request_error"}}""");
        await using var upstream = await FakeUpstream.StartAsync(After(() => gate.Task, context => answer(context)));
        await using var server = await StartAsync(upstream);
        var key = await LimitAsync(server, kind, Cost(streamed) * Fitting);

        var failed = await RaceAsync(server, key, streamed, gate, refusals: Requests - Fitting);
        gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        answer = Answer(streamed);
        var succeeded = await RaceAsync(server, key, streamed, gate, refusals: Requests - Fitting);

        Assert.Equal(Fitting, failed.Count(status => status == HttpStatusCode.BadRequest));
        Assert.Equal(Fitting, succeeded.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(Cost(streamed) * Fitting, await SpentAsync(server, key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FallbackAttempts_AreUnderOneHold(bool streamed)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var broken = await FakeUpstream.StartAsync(FakeUpstream.Json(500, "{}"));
        await using var upstream = await FakeUpstream.StartAsync(After(gate.Task, Answer(streamed)));
        await using var server = await StartAsync(broken, upstream);
        var key = await LimitAsync(server, LimitKind.Key, Cost(streamed) * Fitting);

        var statuses = await RaceAsync(server, key, streamed, gate, refusals: Requests - Fitting);

        Assert.False(broken.Requests.IsEmpty);
        Assert.Equal(Fitting, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(Cost(streamed) * Fitting, await SpentAsync(server, key));
    }

    [Theory]
    [InlineData(LimitKind.Key)]
    [InlineData(LimitKind.AccountBalance)]
    public async Task CallersWhoLeave_BeforeAnAnswer_GiveBackWhatWasHeld(LimitKind kind)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await FakeUpstream.StartAsync(After(() => gate.Task, Answer(streamed: true)));
        await using var server = await StartAsync(upstream);
        var key = await LimitAsync(server, kind, Cost(streamed: true) * Fitting);

        using (var leaving = new CancellationTokenSource())
        {
            var held = Enumerable.Range(0, Fitting).Select(_ => LeaveAsync(server, key, leaving.Token)).ToArray();
            await Wait.UntilAsync(() => Task.FromResult(upstream.Requests.Count == Fitting), "Not all were let in.");
            using (var refused = await server.ChatAsync(Streamed, key))
            {
                Assert.Equal(HttpStatusCode.PaymentRequired, refused.StatusCode);
            }

            await leaving.CancelAsync();
            await Task.WhenAll(held);
        }

        await Wait.UntilAsync(async () => await HasRoomAsync(server, key), "What the callers who left had held was not given back.");
        var statuses = await RaceAsync(server, key, streamed: true, gate, refusals: Requests - Fitting);

        Assert.Equal(Fitting, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(Cost(streamed: true) * Fitting, await SpentAsync(server, key));
    }

    // The gate opens when those that do not fit have been refused: until then nothing was given back that could have made room.
    private static async Task<HttpStatusCode[]> RaceAsync(TestServer server, string key, bool streamed, TaskCompletionSource gate, int refusals)
    {
        var refused = 0;
        var all = Enumerable.Range(0, Requests).Select(async _ =>
        {
            await Task.Yield();
            using var answer = await server.ChatAsync(streamed ? Streamed : Body, key);
            if (answer.StatusCode is HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden && Interlocked.Increment(ref refused) == refusals)
            {
                gate.SetResult();
            }

            return StatusOf(answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }).ToArray();
        await Task.WhenAny(Task.WhenAll(all), gate.Task, Task.Delay(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        _ = gate.TrySetResult();
        return await Task.WhenAll(all);
    }

    // A stream that waited long has begun, with comments, before it fails: then the error in it says with what.
    private static HttpStatusCode StatusOf(HttpStatusCode status, string text)
    {
        const string InBand = "\"error\":{\"code\":";
        var at = text.IndexOf(InBand, StringComparison.Ordinal);
        return status == HttpStatusCode.OK && at >= 0 ? (HttpStatusCode)int.Parse(text.AsSpan(at + InBand.Length, 3), CultureInfo.InvariantCulture) : status;
    }

    // However long the gate stays shut on a busy machine, no endpoint counts as silent.
    private static Task<TestServer> StartAsync(params FakeUpstream[] upstreams) => TestServer.StartAsync(
        TestServer.Config("", [.. upstreams.Select(upstream => upstream.BaseUrl)])
            .Replace("\"first_token_ms\": 3000", "\"first_token_ms\": 120000", StringComparison.Ordinal)
            .Replace("\"idle_ms\": 2000", "\"idle_ms\": 120000", StringComparison.Ordinal));

    private static async Task LeaveAsync(TestServer server, string key, CancellationToken leaving)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/api/v1/chat/completions"));
        request.Headers.Authorization = new("Bearer", key);
        request.Content = new StringContent(Streamed, System.Text.Encoding.UTF8, "application/json");
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leaving));
    }

    // Whether all of the room is free again, asked without using any: one request as dear as all of them.
    private static async Task<bool> HasRoomAsync(TestServer server, string key)
    {
        var tokens = (int)(((Cost(streamed: true) * Fitting) - ((Streamed.Length + 4) * 0.000001m)) / 0.000002m);
        var body = Streamed.Replace(":10,", $":{tokens.ToString(CultureInfo.InvariantCulture)},", StringComparison.Ordinal);
        using var preview = await server.SendAsync(HttpMethod.Post, "/api/weir/route", key, body);
        var text = await preview.Content.ReadAsStringAsync();
        Assert.True(preview.IsSuccessStatusCode, text);
        return !text.Contains("payment_required", StringComparison.Ordinal);
    }

    private static decimal Cost(bool streamed) => ((streamed ? Streamed : Body).Length * 0.000001m) + (MostTokens * 0.000002m);

    private static Func<HttpContext, Task> Answer(bool streamed)
    {
        var prompt = (streamed ? Streamed : Body).Length;
        var usage = $"\"usage\":{{\"prompt_tokens\":{prompt},\"completion_tokens\":{MostTokens},\"total_tokens\":{prompt + MostTokens}}}";
        return streamed
            ? FakeUpstream.Events(Chunks.Role, Chunks.Text("Hi"), Chunks.Stop, $$"""{"id":"1","object":"chat.completion.chunk","created":1,"model":"small-1","choices":[],{{usage}}}""", Chunks.Done)
            : FakeUpstream.Json(200, $$"""{"id":"1","object":"chat.completion","created":1,"model":"small-1","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],{{usage}}}""");
    }

    private static Func<HttpContext, Task> After(Task gate, Func<HttpContext, Task> answer) => After(() => gate, answer);

    private static Func<HttpContext, Task> After(Func<Task> gate, Func<HttpContext, Task> answer) => async context =>
    {
        await gate().WaitAsync(context.RequestAborted);
        await answer(context);
    };

    private static async Task<decimal> SpentAsync(TestServer server, string key) => (await server.GetJsonAsync("/api/v1/key", key)).GetProperty("data").GetProperty("usage").GetDecimal();

    /// <summary>A key under one limit of so many dollars.</summary>
    private static async Task<string> LimitAsync(TestServer server, LimitKind kind, decimal dollars)
    {
        var limit = dollars.ToString(CultureInfo.InvariantCulture);
        var made = await SendAsync(server, HttpMethod.Post, "/api/v1/keys", kind == LimitKind.Key ? $$"""{"name":"raced","limit":{{limit}}}""" : """{"name":"raced"}""");
        switch (kind)
        {
            case LimitKind.WorkspaceBudget:
                _ = await SendAsync(server, HttpMethod.Put, "/api/v1/workspaces/default/budgets/monthly", $$"""{"limit_usd":{{limit}}}""");
                break;
            case LimitKind.Guardrail:
                var guardrail = (await SendAsync(server, HttpMethod.Post, "/api/v1/guardrails", $$"""{"name":"G","limit_usd":{{limit}},"reset_interval":"daily"}""")).GetProperty("data").GetProperty("id").GetString();
                _ = await SendAsync(server, HttpMethod.Post, $"/api/v1/guardrails/{guardrail}/assignments/keys", $$"""{"key_hashes":["{{made.GetProperty("data").GetProperty("hash").GetString()}}"]}""");
                break;
            case LimitKind.AccountBalance:
                _ = await SendAsync(server, HttpMethod.Post, "/api/weir/credits", $$"""{"amount_usd":{{limit}}}""");
                break;
            default:
                break;
        }

        return made.GetProperty("key").GetString()!;
    }

    private static async Task<JsonElement> SendAsync(TestServer server, HttpMethod method, string path, string body)
    {
        using var answer = await server.SendAsync(method, path, server.ManagementKey, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await TestServer.ReadJsonAsync(answer);
    }
}
