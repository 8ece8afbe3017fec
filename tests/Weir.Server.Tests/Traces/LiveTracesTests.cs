using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Weir.Tracing.Live;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary>The stream of traces that grow, of a live server.</summary>
public sealed class LiveTracesTests
{
    [Fact]
    public async Task Spans_AreToldAsTheirTrace()
    {
        await using var server = await TestServer.StartAsync();
        using var watch = await TraceWatch.OpenAsync(server);

        await Otlp.SendAsync(server, "p", Otlp.Span(1, 1, name: "agent"), Otlp.Span(1, 2, parent: 1));
        var (name, trace) = await watch.NextAsync();

        Assert.Equal("text/event-stream", watch.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no", watch.Response.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.True(watch.Response.Headers.CacheControl!.NoTransform);
        Assert.Equal("trace", name);
        Assert.Equal(Otlp.TraceId(1), trace.GetProperty("trace_id").GetString());
        Assert.Equal("agent", trace.GetProperty("name").GetString());
        Assert.Equal(2, trace.GetProperty("span_count").GetInt32());
    }

    [Fact]
    public async Task ManySpansOfATrace_AreToldAFewTimes()
    {
        await using var server = await TestServer.StartAsync();
        using var watch = await TraceWatch.OpenAsync(server);
        var clock = Stopwatch.StartNew();

        for (var span = 1; span <= 40; span++)
        {
            await Otlp.SendAsync(server, "p", Otlp.Span(1, span, parent: span - 1));
        }

        var events = 0;
        var count = 0;
        while (count < 40)
        {
            (_, var trace) = await watch.NextAsync();
            count = trace.GetProperty("span_count").GetInt32();
            events++;
        }

        Assert.InRange(events, 1, (clock.ElapsedMilliseconds / 250) + 2);
    }

    [Fact]
    public async Task Filters_LetOneTraceOrOneProjectThrough()
    {
        await using var server = await TestServer.StartAsync();
        using var byTrace = await TraceWatch.OpenAsync(server, "?trace_id=" + Otlp.TraceId(2));
        using var byProject = await TraceWatch.OpenAsync(server, "?project=later");

        await Otlp.SendAsync(server, "p", Otlp.Span(1, 1));
        await Otlp.SendAsync(server, "p", Otlp.Span(2, 1));
        await Otlp.SendAsync(server, "later", Otlp.Span(3, 1));

        Assert.Equal(Otlp.TraceId(2), (await byTrace.NextAsync()).Data.GetProperty("trace_id").GetString());
        Assert.Equal(Otlp.TraceId(3), (await byProject.NextAsync()).Data.GetProperty("trace_id").GetString());
    }

    [Fact]
    public async Task GatewayCall_IsTold()
    {
        await using var server = await TestServer.StartAsync();
        using var watch = await TraceWatch.OpenAsync(server, "?project=gateway");

        using var answer = await server.ChatAsync("""{"model":"meta-llama/llama-3.1-8b-instruct:free","messages":[{"role":"user","content":"Hi"}]}""");
        var (_, trace) = await watch.NextAsync();

        Assert.Equal("Gateway ChatCompletion", trace.GetProperty("name").GetString());
        Assert.Equal("OK", trace.GetProperty("status").GetString());
    }

    [Fact]
    public async Task TooManyTracesAtOnce_IsAReset()
    {
        await using var server = await TestServer.StartAsync();
        using var watch = await TraceWatch.OpenAsync(server);

        await Otlp.SendAsync(server, "p", [.. Enumerable.Range(1, TraceSubscription.MostPending + 1).Select(trace => Otlp.Span(trace, 1))]);
        var (name, data) = await watch.NextAsync();

        Assert.Equal("reset", name);
        Assert.Equal("{}", data.GetRawText());
    }

    [Fact]
    public async Task Shutdown_EndsTheStreamAtOnce()
    {
        var server = await TestServer.StartAsync();
        using var watch = await TraceWatch.OpenAsync(server);
        var clock = Stopwatch.StartNew();

        await server.DisposeAsync();

        Assert.True(await watch.IsOverAsync());

        // A server waits for requests that are under way three times as long.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task TooManyWatching_AreToldToComeBackAndLeavingMakesRoom()
    {
        await using var server = await TestServer.StartAsync();
        var watches = new List<TraceWatch>();
        for (var i = 0; i < TraceFeed.MostSubscriptions; i++)
        {
            watches.Add(await TraceWatch.OpenAsync(server));
        }

        using (var refused = await server.SendAsync(HttpMethod.Get, "/api/weir/traces/live", server.InferenceKey))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        watches.ForEach(watch => watch.Dispose());
        using var later = await OpenWhenThereIsRoomAsync(server);
        Assert.Equal(HttpStatusCode.OK, later.Response.StatusCode);
    }

    [Theory]
    [InlineData("?trace_id=1")]
    public async Task BadParameter_IsRefused(string query)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Get, "/api/weir/traces/live" + query, server.InferenceKey);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<TraceWatch> OpenWhenThereIsRoomAsync(TestServer server)
    {
        for (var tries = 0; ; tries++)
        {
            var watch = await TraceWatch.OpenAsync(server);
            if (watch.Response.StatusCode == HttpStatusCode.OK || tries == 200)
            {
                return watch;
            }

            watch.Dispose();
            await Task.Delay(20);
        }
    }
}
