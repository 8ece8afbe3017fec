using System.IO.Pipelines;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Gateway.Protocols.Chat;
using Weir.Gateway.Protocols.Messages;
using Weir.Gateway.Protocols.Responses;
using Weir.Gateway.Routing;
using Weir.Gateway.Stages;
using Weir.Ledger.Pricing;
using Weir.Providers.OpenAiCompatible;
using Weir.Tests.Testing;

namespace Weir.Benchmarks;

/// <summary>From the bytes of an upstream to the bytes for the client, through all that stands between.</summary>
internal static class RelayWorkloads
{
    private static readonly FakeTime Time = new();
    private static readonly OpenAiCompatibleProvider Provider = new();
    private static readonly Candidate Candidate = GatewaySamples.Candidate();

    public static IEnumerable<Workload> All() =>
    [
        .. Both("chunk of text", Samples.TextStream),
        .. Both("chunk of a tool call", Samples.ToolStream),
        .. Both("chunk with log probabilities", Samples.LogprobsStream),
        .. Both("chunk with a foreign list of 4 KB", Samples.ForeignStream),
        new("whole answer of 12 KB", "Weir", 1, () => RelayAsync(Samples.Completion, new ChatProtocol(), streamed: false)),
        new("whole answer of 12 KB", "object model", 1, () =>
        {
            new ObjectModel().RelayWhole(Samples.Completion, Stream.Null);
            return Task.CompletedTask;
        }),
        Chunk("chunk of text, by protocol", "Chat", new ChatProtocol(), Samples.TextStream),
        Chunk("chunk of text, by protocol", "Messages", new MessagesProtocol(), Samples.TextStream),
        Chunk("chunk of text, by protocol", "Responses", new ResponsesProtocol(Time), Samples.TextStream),
        Chunk("chunk of a tool call, by protocol", "Chat", new ChatProtocol(), Samples.ToolStream),
        Chunk("chunk of a tool call, by protocol", "Messages", new MessagesProtocol(), Samples.ToolStream),
        Chunk("chunk of a tool call, by protocol", "Responses", new ResponsesProtocol(Time), Samples.ToolStream),
    ];

    private static Workload[] Both(string group, byte[] stream) =>
    [
        Chunk(group, "Weir", new ChatProtocol(), stream),
        new(group, "object model", Samples.ChunksOfAnAnswer, () => new ObjectModel().RelayAsync(stream, Stream.Null)),
    ];

    private static Workload Chunk(string group, string name, IProtocol protocol, byte[] stream) =>
        new(group, name, Samples.ChunksOfAnAnswer, () => RelayAsync(stream, protocol, streamed: true));

    private static async Task RelayAsync(byte[] answer, IProtocol protocol, bool streamed)
    {
        var client = new ClientWriter(PipeWriter.Create(Stream.Null), _ => { }, () => { }, Time, CancellationToken.None);
        var inbound = GatewaySamples.Inbound(Time, client) with { Protocol = protocol };
        var relay = new RelayState(inbound, GatewaySamples.Request() with { Stream = streamed }, Candidate);
        await foreach (var item in Provider.ReadAsync(new MemoryStream(answer, writable: false), streamed, CancellationToken.None))
        {
            if (item.Kind != StreamEventKind.End)
            {
                await relay.PassAsync(item);
            }
        }

        await relay.Closing.ReleaseAsync(relay.Usage!, Charge.None);
    }
}
