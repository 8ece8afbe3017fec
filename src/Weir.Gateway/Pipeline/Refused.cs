using System.Collections.Immutable;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Stages;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Pipeline;

/// <summary>A request that ended before an answer began, with as much as is known of it.</summary>
public sealed record Refused
{
    public required Inbound Inbound { get; init; }

    /// <summary>Null when the refusal came before the caller was known: then there is no record, only a count.</summary>
    public required Authenticated? Authenticated { get; init; }

    /// <summary>Null when the request could not be read.</summary>
    public required Parsed? Parsed { get; init; }

    /// <summary>Null when the refusal came before it was known who can answer.</summary>
    public Routed? Routed { get; init; }

    public required GatewayError Error { get; init; }
    public required ImmutableArray<Attempt> Attempts { get; init; }

    /// <summary>The same, for this reason.</summary>
    public Refused For(GatewayException refusal) => this with { Error = refusal.Error, Attempts = refusal.Attempts };

    /// <summary>What is known of a request, for a fault of ours.</summary>
    public static Refused Of(Inbound inbound, Authenticated? authenticated, Parsed? parsed, Routed? routed) => new()
    {
        Inbound = authenticated?.Inbound ?? inbound,
        Authenticated = authenticated,
        Parsed = parsed,
        Routed = routed,
        Error = FaultEdge.Error,
        Attempts = [],
    };
}
