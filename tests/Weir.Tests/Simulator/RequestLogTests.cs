using System.Text.Json;
using Weir.Simulator;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class RequestLogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_CompletedStream_SaysWhatWasSent()
    {
        await using var server = await StartAsync(TimeProvider.System);
        using var client = new SimulatorClient(server.BaseAddress);

        await client.StreamAsync(SimulatorClient.Ask(("max_tokens", "12")), ("X-Secret-Thing", "hidden"));
        var seen = await server.WaitForRequestAsync(_ => true, Ct);

        Assert.Equal(("POST", "/v1/chat/completions", "sim/small", true, 200), (seen.Method, seen.Path, seen.Model, seen.Streamed, seen.Status));
        Assert.Equal((SimulatedOutcome.Completed, 12), (seen.Outcome, seen.TokensSent));
        Assert.Contains("x-secret-thing", seen.HeaderNames);
    }

    [Fact]
    public async Task Log_AsJson_IsServedWithoutHeaderValues()
    {
        await using var server = await StartAsync(TimeProvider.System);
        using var client = new SimulatorClient(server.BaseAddress);
        await client.FailAsync(SimulatorClient.Question, ("Authorization", "Bearer top-secret"), ("x-sim-status", "503"));
        await server.WaitForRequestAsync(_ => true, Ct);

        using var response = await client.SendAsync(HttpMethod.Get, "v1/sim/requests");
        var text = await response.Content.ReadAsStringAsync(Ct);

        var entry = Assert.Single(JsonElement.Parse(text).GetProperty("data").EnumerateArray());
        Assert.Equal("refused", entry.GetProperty("outcome").GetString());
        Assert.Equal(503, entry.GetProperty("status").GetInt32());
        Assert.DoesNotContain("top-secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_ClientLeaves_StopsAndIsSeenAsAborted()
    {
        var clock = new SimulatorClock();
        await using var server = await StartAsync(clock);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(server.BaseAddress, "v1/chat/completions"))
        {
            Content = new StringContent(SimulatorClient.Ask(("stream", "true"))),
        };
        message.Headers.Add("x-sim-tps", "1");

        // The clock stands still: one token comes, the next never would.
        var response = await http.SendAsync(message, Ct);
        await clock.SomebodyWaitsAsync(Ct);
        response.Dispose();
        var seen = await server.WaitForRequestAsync(_ => true, Ct);

        Assert.Equal((SimulatedOutcome.Aborted, 1), (seen.Outcome, seen.TokensSent));
    }

    [Fact]
    public async Task Log_Full_ForgetsTheOldest()
    {
        await using var server = await StartAsync(TimeProvider.System);
        using var client = new SimulatorClient(server.BaseAddress);
        for (var i = 0; i < 515; i++)
        {
            using var response = await client.SendAsync(HttpMethod.Get, "v1/models");
        }

        Assert.Equal(512, server.Requests.Length);
        Assert.Equal(4, server.Requests[0].Sequence);
    }

    private static Task<SimulatorServer> StartAsync(TimeProvider clock) =>
        SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0", TimeProvider = clock }, Ct);
}
