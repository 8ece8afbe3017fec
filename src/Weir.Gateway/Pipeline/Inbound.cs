using Weir.Gateway.Operations;
using Weir.Gateway.Protocols;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Pipeline;

/// <summary>A request as it came in: its bytes, the headers of interest, when it came, and the way back to the client.</summary>
public sealed record Inbound
{
    public required GenerationId Id { get; init; }

    /// <summary>What the client speaks.</summary>
    public required IProtocol Protocol { get; init; }

    /// <summary>What is asked.</summary>
    public IOperation Operation => Protocol.Operation;

    /// <summary>What records call <see cref="Operation"/>.</summary>
    public string ApiType => Operation.ApiType;

    public required InboundHeaders Headers { get; init; }

    /// <summary>Reads the body to its end; once.</summary>
    /// <remarks>Throws <see cref="GatewayException"/> for one that is too large, broken, or not what the operation takes.</remarks>
    public required Func<Task<ReadOnlyMemory<byte>>> ReceiveBodyAsync { get; init; }

    /// <summary>The room that the body takes up.</summary>
    public BodyRoom Room { get; init; } = BodyRoom.None;

    /// <summary>The whole body; empty until it has been received.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Monotonic start, for durations.</summary>
    public required long StartedTimestamp { get; init; }

    public required TraceContext Trace { get; init; }
    public required ClientWriter Client { get; init; }
    public required StageLogState Stages { get; init; }

    /// <summary>Fires when the server has waited long enough for requests to end.</summary>
    public required CancellationToken ServerStopping { get; init; }
}
