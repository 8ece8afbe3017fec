using System.IO.Pipelines;
using System.Text;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Stages;
using Weir.Ledger.Pricing;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Stages;

/// <summary>What is known of an answer while it passes.</summary>
public sealed class RelayStateTests
{
    private readonly Pipe _pipe = new();

    [Fact]
    public async Task Pass_UsageInPieces_AddsUp()
    {
        var relay = Relay(streaming: true);

        await PassAsync(relay, """{"choices":[{"delta":{"content":"H"}}],"usage":{"prompt_tokens":12,"completion_tokens":1,"prompt_tokens_details":{"cached_tokens":4}}}""");
        await PassAsync(relay, """{"choices":[{"delta":{"content":"i"}}],"usage":null}""");
        await PassAsync(relay, """{"choices":[],"usage":{"completion_tokens":30}}""");

        Assert.Equal(new TokenUsage { Prompt = 12, Completion = 30, CacheRead = 4 }, relay.Usage);
    }

    [Fact]
    public async Task Pass_UsageChunkOfTheProvider_IsHeldBackForOurs()
    {
        var relay = Relay(streaming: true);

        await PassAsync(relay, """{"id":"cmpl-7","choices":[{"delta":{"content":"H"},"finish_reason":"stop"}]}""");
        await PassAsync(relay, """{"id":"cmpl-8","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}""");

        var sent = await SentAsync();
        Assert.StartsWith("data: {\"id\":\"gen-1-abc\"", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("usage", sent, StringComparison.Ordinal);
        Assert.Equal(("cmpl-7", "stop"), (relay.UpstreamId, relay.FinishReason));
    }

    [Fact]
    public async Task Pass_ToolCalls_TurnALaterStopIntoThem()
    {
        var relay = Relay(streaming: true);

        await PassAsync(relay, """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"name":"f","arguments":""}}]}}]}""");
        await PassAsync(relay, """{"choices":[{"delta":{},"finish_reason":"stop"}]}""");

        Assert.Contains("\"finish_reason\":\"tool_calls\",\"native_finish_reason\":\"stop\"", await SentAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pass_Error_SendsNothingOfIt(bool streaming)
    {
        var relay = Relay(streaming);

        await PassAsync(relay, """{"choices":[{"delta":{"content":"secret"}}],"error":{"message":"broke","code":500}}""");

        Assert.Equal("broke", relay.Error?.Message);
        Assert.False(_pipe.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Pass_EventsThatCameTogether_LeaveTogether()
    {
        var relay = Relay(streaming: true);

        await relay.PassAsync(new StreamEvent(StreamEventKind.Chunk, Utf8("""{"choices":[{"delta":{"content":"H"}}]}""")));
        await relay.PassAsync(new StreamEvent(StreamEventKind.Chunk, Utf8("""{"choices":[{"delta":{"content":"i"}}]}""")));
        Assert.False(_pipe.Reader.TryRead(out _));
        await relay.FlushAsync();

        Assert.Equal(2, (await SentAsync()).Split("data: ").Length - 1);
    }

    [Fact]
    public async Task Pass_MoreThanFitsTogether_LeavesBefore()
    {
        var relay = Relay(streaming: true);

        await relay.PassAsync(new StreamEvent(StreamEventKind.Chunk, Utf8($$$"""{"choices":[{"delta":{"content":"{{{new string('w', 20_000)}}}"}}]}""")));

        Assert.True(_pipe.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Pass_WholeAnswer_IsHeldUntilItIsReleased()
    {
        var relay = Relay(streaming: false);

        await PassAsync(relay, """{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2}}""");
        Assert.False(_pipe.Reader.TryRead(out _));
        await relay.Closing.ReleaseAsync(relay.Usage!, Charge.None);

        Assert.EndsWith("\"total_tokens\":3,", (await SentAsync()).Split("\"prompt_tokens_details\"")[0], StringComparison.Ordinal);
    }

    private static async Task PassAsync(RelayState relay, string json)
    {
        await relay.PassAsync(new StreamEvent(StreamEventKind.Chunk, Utf8(json)));
        await relay.FlushAsync();
    }

    private RelayState Relay(bool streaming)
    {
        var time = new FakeTime();
        return new RelayState(Inbound(time, new ClientWriter(_pipe.Writer, _ => { }, () => { }, time, CancellationToken.None)), Request() with { Stream = streaming }, Candidate());
    }

    private async Task<string> SentAsync()
    {
        var read = await _pipe.Reader.ReadAsync();
        return Encoding.UTF8.GetString(read.Buffer);
    }
}
