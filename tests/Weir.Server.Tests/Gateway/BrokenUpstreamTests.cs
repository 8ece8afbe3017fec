using System.Net;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Upstreams that break: before the answer another endpoint is tried, after it the client is told, and the bill follows.</summary>
public sealed class BrokenUpstreamTests
{
    private const string Streamed = """{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"Hi"}]}""";
    private const string Request = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task CutStream_EndsWithOneInBandErrorAndCostsNothing()
    {
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            await FakeUpstream.Events(Chunks.Role, Chunks.Text("Hel"))(context);

            // Ends the connection behind what was sent; an abort would take some of it back.
            throw new IOException("cut");
        });
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(hasEnd);
        Assert.Equal(502, events[^1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("error", events[^1].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Single(events, item => item.TryGetProperty("error", out _));
        Assert.Equal("error", generation.GetProperty("finish_reason").GetString());
        Assert.Equal("0", generation.GetProperty("total_cost").GetRawText());
        Assert.Equal(502, generation.GetProperty("status").GetInt32());
        Assert.True(generation.GetProperty("native_tokens_completion").GetInt64() > 0);
    }

    [Theory]
    [InlineData("stream that ends without a finish reason")]
    [InlineData("malformed event")]
    [InlineData("error event")]
    public async Task StreamThatIsNotComplete_IsNeverShownAsSuccess(string fault)
    {
        string[] events = fault switch
        {
            "malformed event" => [Chunks.Role, Chunks.Text("Hel"), "{\"choices\":[{", Chunks.Stop, Chunks.Done],
            "error event" => [Chunks.Role, Chunks.Text("Hel"), """{"error":{"message":"exploded","code":500}}""", Chunks.Done],
            _ => [Chunks.Role, Chunks.Text("Hel"), Chunks.Done],
        };
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(events));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (received, _) = await Sse.ReadAsync(response);

        Assert.Equal("Hel", Sse.Text(received.SkipLast(1)));
        Assert.Equal(502, received[^1].GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task MissingEndMark_AfterAFinishReason_IsNoFault()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Role, Chunks.Text("Hi"), Chunks.Stop, Chunks.Usage));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);

        Assert.True(hasEnd);
        Assert.DoesNotContain(events, item => item.TryGetProperty("error", out _));
    }

    [Theory]
    [InlineData("500", true)]
    [InlineData("500", false)]
    [InlineData("reset", true)]
    [InlineData("reset", false)]
    [InlineData("role then reset", true)]
    [InlineData("error event first", true)]
    [InlineData("empty stream", true)]
    [InlineData("not json", false)]
    public async Task FailureBeforeTheFirstOutput_FallsBackToTheNextEndpoint(string fault, bool streamed)
    {
        await using var broken = await FakeUpstream.StartAsync(context => FailAsync(context, fault));
        await using var healthy = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(Chunks.WholeAnswer) : FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(TestServer.Config("", broken.BaseUrl, healthy.BaseUrl));

        using var response = await server.ChatAsync(streamed ? Streamed : Request);
        var text = await response.Content.ReadAsStringAsync();
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Acme 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Acme 0", text, StringComparison.Ordinal);
        // These two alone are worth a second try at the same endpoint.
        var tries = fault is "500" or "reset" ? 2 : 1;
        Assert.Equal(tries, broken.Requests.Count);
        Assert.Single(healthy.Requests);
        Assert.Equal("0.000018", generation.GetProperty("total_cost").GetRawText());
        Assert.Equal(tries + 1, generation.GetProperty("provider_responses").GetArrayLength());
        var spans = await server.SpansAsync(generation.GetProperty("trace_id").GetString()!, tries + 2);
        Assert.Equal(tries, spans.Count(span => span.GetProperty("status_code").GetString() == "ERROR"));
    }

    [Fact]
    public async Task RequestThatNoEndpointCanTake_IsNotRepeatedElsewhere()
    {
        await using var first = await FakeUpstream.StartAsync(FakeUpstream.Json(400, """{"error":{"message":"temperature too high"}}"""));
        await using var second = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(TestServer.Config("", first.BaseUrl, second.BaseUrl));

        using var response = await server.ChatAsync(Request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(second.Requests);
    }

    [Fact]
    public async Task AllEndpointsDown_Is503WithTheirHistory()
    {
        await using var first = await FakeUpstream.StartAsync(FakeUpstream.Json(500, "{}"));
        await using var second = await FakeUpstream.StartAsync(FakeUpstream.Json(502, "<html>bad gateway</html>"));
        await using var server = await TestServer.StartAsync(TestServer.Config("", first.BaseUrl, second.BaseUrl));

        using var response = await server.ChatAsync(Request);
        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("temporarily_unavailable", error.GetProperty("availability").GetProperty("code").GetString());
        Assert.Equal("Acme 0", error.GetProperty("metadata").GetProperty("previous_errors")[0].GetProperty("provider").GetString());
    }

    [Fact]
    public async Task SilentUpstream_IsGivenUpAfterItsLimit()
    {
        await using var silent = await FakeUpstream.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var server = await TestServer.StartAsync(TestServer.Config("", silent.BaseUrl).Replace("\"first_token_ms\": 3000", "\"first_token_ms\": 300", StringComparison.Ordinal));

        using var response = await server.ChatAsync(Streamed);

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
    }

    [Fact]
    public async Task CommentsOfAThinkingUpstream_AreNoPause()
    {
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            await FakeUpstream.Events(Chunks.Role, Chunks.Text("Hel"))(context);
            for (var comment = 0; comment < 8; comment++)
            {
                await Task.Delay(100);
                await context.Response.WriteAsync(": OPENROUTER PROCESSING\n\n");
                await context.Response.Body.FlushAsync();
            }

            await FakeUpstream.Events(Chunks.Text("lo"), Chunks.Stop, Chunks.Usage, Chunks.Done)(context);
        });
        await using var server = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl).Replace("\"idle_ms\": 2000", "\"idle_ms\": 500", StringComparison.Ordinal));

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);

        Assert.True(hasEnd);
        Assert.Equal("Hello", Sse.Text(events));
        Assert.DoesNotContain(events, item => item.TryGetProperty("error", out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CallerWhoLeaves_CancelsTheUpstreamWhereThatHelps_AndIsCharged(bool supportsCancellation)
    {
        var upstreamSawAbort = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var clientLeft = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            await FakeUpstream.Events(Chunks.Role, Chunks.Text("Hello"))(context);
            await clientLeft.Task;
            var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = context.RequestAborted.Register(aborted.SetResult);
            _ = await Task.WhenAny(aborted.Task, Task.Delay(1000));
            upstreamSawAbort.SetResult(aborted.Task.IsCompleted);
            if (!aborted.Task.IsCompleted)
            {
                await FakeUpstream.Events(Chunks.Text(" world"), Chunks.Stop, Chunks.Usage, Chunks.Done)(context);
            }
        });
        await using var server = await TestServer.StartAsync(upstream, supportsCancellation ? "" : ", \"supports_cancellation\": false");

        var id = await LeaveAfterFirstTextAsync(server);
        clientLeft.SetResult();

        Assert.Equal(supportsCancellation, await upstreamSawAbort.Task);
        System.Text.Json.JsonElement record = default;
        await Wait.UntilAsync(
            async () => (record = await server.GetJsonAsync($"/api/v1/generation?id={id}", server.InferenceKey)).TryGetProperty("data", out _), "The call was not recorded.");
        var generation = record.GetProperty("data");
        Assert.True(generation.GetProperty("cancelled").GetBoolean(), generation.GetRawText());
        Assert.Equal(supportsCancellation ? 1 : 4, generation.GetProperty("native_tokens_completion").GetInt64());
        Assert.NotEqual("0", generation.GetProperty("total_cost").GetRawText());
    }

    private static async Task<string> LeaveAfterFirstTextAsync(TestServer server)
    {
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/api/v1/chat/completions")) { Content = new StringContent(Streamed, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", server.InferenceKey);
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (!(await reader.ReadLineAsync())!.Contains("Hello", StringComparison.Ordinal))
        {
        }

        return response.Headers.GetValues("X-Generation-Id").Single();
    }

    private static async Task FailAsync(HttpContext context, string fault)
    {
        switch (fault)
        {
            case "500":
                await FakeUpstream.Json(500, """{"error":{"message":"down"}}""")(context);
                break;
            case "reset":
                context.Abort();
                break;
            case "role then reset":
                await FakeUpstream.Events(Chunks.Role)(context);

                // Ends the connection behind what was sent; an abort may take the status back, which is another fault.
                throw new IOException("cut");
            case "error event first":
                await FakeUpstream.Events("""{"error":{"message":"overloaded","code":503}}""", Chunks.Done)(context);
                break;
            case "empty stream":
                await FakeUpstream.Events(Chunks.Role, Chunks.Done)(context);
                break;
            default:
                await FakeUpstream.Json(200, "<html>")(context);
                break;
        }
    }
}
