using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Weir.Simulator;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class FaultTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string WithUsage = """{"include_usage":true}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("400-context", 400, "context_length_exceeded")]
    [InlineData("400-filter", 400, "content_filter")]
    [InlineData("401", 401, "invalid_api_key")]
    [InlineData("402", 402, "insufficient_quota")]
    [InlineData("404", 404, "model_not_found")]
    [InlineData("429", 429, "rate_limit_exceeded")]
    [InlineData("500", 500, null)]
    [InlineData("502", 502, null)]
    [InlineData("503", 503, "service_unavailable")]
    [InlineData("529", 529, "overloaded")]
    public async Task StatusModel_Asked_FailsWithItsStatus(string fault, int status, string? code)
    {
        var (actual, error) = await simulator.Client.FailAsync(Ask(fault));

        Assert.Equal(status, actual);
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task RateLimitModel_Asked_SaysWhenToComeBack()
    {
        using var response = await simulator.Client.SendAsync(Ask("429"));

        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter!.Delta);
    }

    [Theory]
    [InlineData("x-sim-status")]
    [InlineData("X-Sim-Status")]
    public async Task StatusHeader_AnyCase_FailsAnyModelBeforeItIsLookedAt(string header)
    {
        using var response = await simulator.Client.SendAsync("not even JSON", (header, "418"), ("x-sim-retry-after", "7"));

        Assert.Equal((HttpStatusCode)418, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Header_OnFaultModel_Wins()
    {
        var (status, _) = await simulator.Client.FailAsync(Ask("503"), ("x-sim-status", "429"));

        Assert.Equal(429, status);
    }

    [Theory]
    [InlineData("x-sim-status", "200")]
    [InlineData("x-sim-status", "soon")]
    [InlineData("x-sim-retry-after", "-1")]
    [InlineData("x-sim-ttft-ms", "1.5")]
    [InlineData("x-sim-tps", "0")]
    [InlineData("x-sim-cut-after", "x")]
    [InlineData("x-sim-stall-after", "")]
    [InlineData("x-sim-stall-ms", "9999999")]
    [InlineData("x-sim-reset", "sideways")]
    [InlineData("x-sim-malformed-at", "0")]
    [InlineData("x-sim-no-done", "maybe")]
    [InlineData("x-sim-no-usage", "2")]
    [InlineData("x-sim-flap-s", "often")]
    public async Task Header_WrongValue_IsRefusedWithOneThatWorks(string header, string value)
    {
        var (status, error) = await simulator.Client.FailAsync(SimulatorClient.Question, (header, value));

        Assert.Equal(400, status);
        Assert.Equal(header, error.GetProperty("param").GetString());
        var message = error.GetProperty("message").GetString()!;
        var example = message[(message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..];
        using var retried = await simulator.Client.SendAsync("{}", header == "x-sim-status" ? [(header, example)] : [(header, example), ("x-sim-status", "499")]);
        Assert.NotEqual(HttpStatusCode.BadRequest, retried.StatusCode);
    }

    [Fact]
    public async Task Header_UnknownOfOurs_IsRefused()
    {
        var (status, error) = await simulator.Client.FailAsync(SimulatorClient.Question, ("x-sim-explode", "1"));

        Assert.Equal(400, status);
        Assert.Contains("x-sim-cut-after", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut", null, 40)]
    [InlineData(null, "3", 3)]
    [InlineData(null, "0", 0)]
    public async Task Cut_Streaming_EndsAfterThatManyEventsWithoutFinish(string? fault, string? after, int expected)
    {
        var stream = after is null ? await simulator.Client.StreamAsync(Ask(fault!)) : await simulator.Client.StreamAsync(SimulatorClient.Question, ("x-sim-cut-after", after));

        Assert.NotNull(stream.Broken);
        Assert.Equal(expected, stream.Pieces().Count);
        Assert.Null(stream.FinishReason());
        Assert.False(stream.Done);
    }

    [Fact]
    public async Task Cut_BeyondAShortAnswer_ComesAtItsEnd()
    {
        var stream = await simulator.Client.StreamAsync(SimulatorClient.Ask(("max_tokens", "5")), ("x-sim-cut-after", "50"));

        Assert.NotNull(stream.Broken);
        Assert.Equal(5, stream.Pieces().Count);
        Assert.Null(stream.FinishReason());
    }

    [Fact]
    public async Task Cut_WholeBody_EndsInItsMiddle()
    {
        using var response = await simulator.Client.SendAsync(Ask("cut"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("reset-body")]
    public async Task Reset_SeenByTheSocket_IsATcpReset(string fault)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(simulator.Server.BaseAddress.Host, simulator.Server.BaseAddress.Port, Ct);
        var body = Ask(fault);
        await client.GetStream().WriteAsync(System.Text.Encoding.UTF8.GetBytes($"POST /v1/chat/completions HTTP/1.1\r\nHost: sim\r\nContent-Length: {body.Length}\r\n\r\n{body}"), Ct);

        var received = new MemoryStream();
        var failure = await Assert.ThrowsAsync<IOException>(() => client.GetStream().CopyToAsync(received, Ct));

        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
        Assert.Equal(fault == "reset-body", System.Text.Encoding.UTF8.GetString(received.ToArray()).StartsWith("HTTP/1.1 200 OK\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Malformed_Streaming_BreaksThatEventOnly()
    {
        var stream = await simulator.Client.StreamAsync(Ask("malformed"));

        // The role event comes first, so the fifth content event is the sixth of all.
        Assert.ThrowsAny<JsonException>(() => JsonElement.Parse(stream.Events[5]));
        Assert.All(stream.Events.Where((text, index) => index != 5 && text != "[DONE]"), text => JsonElement.Parse(text));
        Assert.True(stream.Done);
    }

    [Fact]
    public async Task Malformed_WholeBody_IsBrokenJson()
    {
        using var response = await simulator.Client.SendAsync(SimulatorClient.Question, ("x-sim-malformed-at", "1"));
        var text = await response.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.ThrowsAny<JsonException>(() => JsonElement.Parse(text));
    }

    [Fact]
    public async Task NoDone_Streaming_EndsInGoodOrderWithoutIt()
    {
        var byModel = await simulator.Client.StreamAsync(Ask("no-done"));
        var byHeader = await simulator.Client.StreamAsync(SimulatorClient.Question, ("x-sim-no-done", "1"));

        Assert.All([byModel, byHeader], stream =>
        {
            Assert.Null(stream.Broken);
            Assert.False(stream.Done);
            Assert.Equal("stop", stream.FinishReason());
        });
    }

    [Fact]
    public async Task NoUsage_AskedFor_IsNotReported()
    {
        var streamed = await simulator.Client.StreamAsync(SimulatorClient.Ask(("model", "\"sim/fault-no-usage\""), ("stream_options", WithUsage)));
        var whole = await simulator.Client.CompleteAsync(SimulatorClient.Question, ("x-sim-no-usage", "true"));

        Assert.Null(streamed.Usage());
        Assert.True(streamed.Done);
        Assert.False(whole.TryGetProperty("usage", out _));
    }

    [Fact]
    public async Task Empty_Asked_HasNoContentAndNoFinish()
    {
        var streamed = await simulator.Client.StreamAsync(Ask("empty"));
        var whole = (await simulator.Client.CompleteAsync(Ask("empty"))).GetProperty("choices")[0];

        Assert.Equal("", streamed.Text());
        Assert.Null(streamed.FinishReason());
        Assert.True(streamed.Done);
        Assert.Equal(JsonValueKind.Null, whole.GetProperty("message").GetProperty("content").ValueKind);
        Assert.Equal(JsonValueKind.Null, whole.GetProperty("finish_reason").ValueKind);
    }

    [Fact]
    public async Task ErrorEvent_Streaming_EndsTheStreamAfterTenEvents()
    {
        var stream = await simulator.Client.StreamAsync(Ask("error-event"));

        Assert.Equal(10, stream.Pieces().Count);
        Assert.Equal("server_error", stream.Chunks[^1].GetProperty("error").GetProperty("code").GetString());
        Assert.Null(stream.Broken);
        Assert.False(stream.Done);
    }

    [Theory]
    [MemberData(nameof(FaultModels))]
    public void FaultModel_InTheCatalogue_HasDescriptionAndPrice(string id)
    {
        var model = SimulatorCatalog.Find(id)!;

        Assert.NotEmpty(model.Description);
        Assert.Equal(("0.0000001", "0.0000004", 131_072), (model.PromptPrice, model.CompletionPrice, model.ContextLength));
    }

    public static TheoryData<string> FaultModels() => [.. SimulatorCatalog.Models.Where(model => model.Kind == SimulatorModelKind.Fault).Select(model => model.Id)];

    private static string Ask(string fault) => SimulatorClient.Ask(("model", $"\"sim/fault-{fault}\""));
}
