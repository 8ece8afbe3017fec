using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Configuration;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>A live server that asks a second endpoint besides one that says nothing: what the caller gets and pays, and what the records show.</summary>
public sealed class HedgeTests
{
    private const string Streamed = """{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task SilentEndpoint_IsCancelled_AndTheOneThatAnswersIsPaid()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var silent = await FakeUpstream.StartAsync(context => SilenceAsync(context, released));
        await using var quick = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await StartAsync("\"hedge_after_ms\": 100", silent, quick);

        using var response = await server.ChatAsync(Streamed, null, ("X-OpenRouter-Metadata", "enabled"));
        var (events, hasEnd) = await Sse.ReadAsync(response);
        await released.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.True(hasEnd);
        Assert.Equal("Hello world", Sse.Text(events));
        Assert.Equal((1, 1), (silent.Requests.Count, quick.Requests.Count));
        var attempts = events[^1].GetProperty("openrouter_metadata").GetProperty("attempts").EnumerateArray().Select(attempt => attempt.GetProperty("status").GetInt32());
        Assert.Equal([499, 200], attempts);
        await AssertRecordAsync(server, await server.GenerationOfAsync(response));
    }

    [Fact]
    public async Task WinnerThatBreaksOff_IsGoneOnWithByTheOneThatWasCancelled()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeUpstream? first = null;
        await using var late = first = await FakeUpstream.StartAsync(
            context => first!.Requests.Count == 1 ? SilenceAsync(context, released) : WordStream.GoOn(first.Requests.Last().Body)(context));
        await using var breaking = await FakeUpstream.StartAsync(WordStream.CutAfter(40));
        await using var server = await StartAsync("\"hedge_after_ms\": 100, \"mid_stream\": \"continue\"", late, breaking);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.True(hasEnd);
        Assert.Equal(WordStream.Whole, Sse.Text(events));
        Assert.Equal(["Acme 1", "Acme 0"], generation.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("provider_name").GetString()));
        Assert.Equal(3, generation.GetProperty("provider_responses").GetArrayLength());
    }

    [Fact]
    public async Task Setting_IsOffUntilTheFileSaysSo_AndWholeAnswersAreNeverHedged()
    {
        await using var slow = await FakeUpstream.StartAsync(async context =>
        {
            await Task.Delay(400, context.RequestAborted);
            await AnswerAsync(context);
        });
        await using var quick = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await StartAsync("\"total_ms\": 60000", slow, quick);

        using var before = await server.ChatAsync(Streamed);
        _ = await Sse.ReadAsync(before);
        Assert.Empty(quick.Requests);

        await server.ApplyAsync(Config("\"hedge_after_ms\": 50", slow, quick));
        using var whole = await server.ChatAsync(Streamed.Replace("\"stream\":true,", "", StringComparison.Ordinal));
        Assert.Empty(quick.Requests);
        using var only = await server.ChatAsync(Streamed.Replace("\"stream\"", "\"provider\":{\"allow_fallbacks\":false},\"stream\"", StringComparison.Ordinal));
        _ = await Sse.ReadAsync(only);
        Assert.Empty(quick.Requests);
        using var after = await server.ChatAsync(Streamed);
        _ = await Sse.ReadAsync(after);

        Assert.Single(quick.Requests);
        Assert.Equal("Acme 1", (await server.GenerationOfAsync(after)).GetProperty("provider_name").GetString());
    }

    private static async Task AssertRecordAsync(TestServer server, JsonElement generation)
    {
        var attempts = generation.GetProperty("provider_responses");
        Assert.Equal("0.000018", generation.GetProperty("total_cost").GetRawText());
        Assert.Equal("Acme 1", generation.GetProperty("provider_name").GetString());
        Assert.Equal(("Acme 0", true), (attempts[0].GetProperty("provider_name").GetString(), attempts[0].GetProperty("is_cancelled").GetBoolean()));
        Assert.Equal(("Acme 1", true), (attempts[1].GetProperty("provider_name").GetString(), attempts[1].GetProperty("is_hedge").GetBoolean()));

        var spans = await server.SpansAsync(generation.GetProperty("trace_id").GetString()!, 3);
        var lost = Assert.Single(spans, span => span.GetProperty("attributes").TryGetProperty("weir.attempt.cancelled", out _));
        Assert.Equal("UNSET", lost.GetProperty("status_code").GetString());
        Assert.Single(spans, span => span.GetProperty("attributes").TryGetProperty("weir.attempt.hedge", out _));

        var health = (await server.GetJsonAsync("/api/weir/endpoints/health")).GetProperty("data");
        Assert.Equal((0, 0), (health[0].GetProperty("requests_last_30m").GetInt32(), health[0].GetProperty("failures_in_a_row").GetInt32()));
        Assert.Equal(1, health[1].GetProperty("requests_last_30m").GetInt32());
        using var metrics = await server.SendAsync(HttpMethod.Get, "/metrics", server.ManagementKey);
        Assert.Matches("""weir_gateway_hedges\w*\{(?=[^}]*provider="acme1")(?=[^}]*outcome="won")[^}]*\} 1""", await metrics.Content.ReadAsStringAsync());
    }

    private static async Task SilenceAsync(HttpContext context, TaskCompletionSource released)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        finally
        {
            released.TrySetResult();
        }
    }

    private static Task AnswerAsync(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("event-stream", StringComparison.Ordinal)
            ? FakeUpstream.Events(Chunks.WholeAnswer)(context)
            : FakeUpstream.Json(200, Chunks.Completion)(context);

    private static Task<TestServer> StartAsync(string routing, params FakeUpstream[] upstreams) => TestServer.StartAsync(Config(routing, upstreams));

    private static string Config(string routing, params FakeUpstream[] upstreams) =>
        TestServer.Config("", [.. upstreams.Select(upstream => upstream.BaseUrl)])
            .Replace("\"defaults\"", $"\"routing\": {{ {routing} }}, \"defaults\"", StringComparison.Ordinal);
}
