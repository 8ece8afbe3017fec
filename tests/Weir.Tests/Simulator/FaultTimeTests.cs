using System.Net;
using Weir.Simulator;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class FaultTimeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sim/fault-slow", null, null, 20)]
    [InlineData("sim/small", "x-sim-ttft-ms", "1500", 1.5)]
    [InlineData("sim/fault-stall", null, null, 30)]
    [InlineData("sim/small", "x-sim-stall-ms", "4000", 4)]
    [InlineData("sim/small", "x-sim-tps", "10", 0.7)]
    [InlineData("sim/fault-trickle", null, null, 3.5)]
    public async Task Delay_Streaming_TakesThatLong(string model, string? header, string? value, double seconds)
    {
        var clock = new SimulatorClock(jumps: true);
        await using var server = await StartAsync(clock);
        using var client = new SimulatorClient(server.BaseAddress);

        // The first of 8 tokens comes at once, so a pace shows seven times.
        var stream = await client.StreamAsync(SimulatorClient.Ask(("model", $"\"{model}\""), ("max_tokens", "8")), header is null ? [] : [(header, value!)]);

        Assert.True(stream.Done);
        Assert.Equal(8, stream.Pieces().Count);
        Assert.Equal(seconds, clock.Elapsed.TotalSeconds, 3);
    }

    [Theory]
    [InlineData("x-sim-ttft-ms", "1500", 1.5)]
    [InlineData("x-sim-tps", "10", 0.8)]
    [InlineData("x-sim-stall-ms", "4000", 4)]
    public async Task Delay_WholeBody_TakesAsLongAsWritingIt(string header, string value, double seconds)
    {
        var clock = new SimulatorClock(jumps: true);
        await using var server = await StartAsync(clock);
        using var client = new SimulatorClient(server.BaseAddress);

        await client.CompleteAsync(SimulatorClient.Ask(("max_tokens", "8")), (header, value));

        Assert.Equal(seconds, clock.Elapsed.TotalSeconds, 3);
    }

    [Fact]
    public async Task FirstToken_NotDueYet_KeepsHeadersBack()
    {
        var clock = new SimulatorClock();
        await using var server = await StartAsync(clock);
        using var client = new SimulatorClient(server.BaseAddress);

        var response = client.SendAsync(SimulatorClient.Ask(("stream", "true")), ("x-sim-ttft-ms", "250"));
        await clock.SomebodyWaitsAsync(Ct);
        clock.Advance(TimeSpan.FromMilliseconds(249));
        Assert.False(response.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        using var received = await response;
        Assert.Equal(HttpStatusCode.OK, received.StatusCode);
    }

    [Fact]
    public async Task Flap_ByTheClock_IsDownThenUpThenDown()
    {
        var clock = new SimulatorClock();
        await using var server = await StartAsync(clock);
        using var client = new SimulatorClient(server.BaseAddress);
        clock.Advance(TimeSpan.FromSeconds(3));

        var seen = new List<int>();
        foreach (var wait in (double[])[0, 4.9, 0.1, 4.9, 0.1])
        {
            clock.Advance(TimeSpan.FromSeconds(wait));
            using var response = await client.SendAsync(SimulatorClient.Ask(("model", "\"sim/fault-flap\"")));
            seen.Add((int)response.StatusCode);
        }

        Assert.Equal([503, 503, 200, 200, 503], seen);
    }

    [Fact]
    public async Task Hang_ClientLeaves_IsSeenAsAborted()
    {
        await using var server = await StartAsync(TimeProvider.System);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(server.BaseAddress, "v1/chat/completions"))
        {
            Content = new StringContent(SimulatorClient.Ask(("model", "\"sim/fault-hang\""))),
        };

        var response = http.SendAsync(message, patience.Token);
        while (server.Requests is not [{ Model: "sim/fault-hang" }])
        {
            await Task.Yield();
        }

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response);
        var seen = await server.WaitForRequestAsync(request => request.Model == "sim/fault-hang", Ct);

        Assert.Equal(SimulatedOutcome.Aborted, seen.Outcome);
        Assert.Equal(0, seen.Status);
    }

    private static Task<SimulatorServer> StartAsync(TimeProvider clock) =>
        SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0", TimeProvider = clock }, Ct);
}
