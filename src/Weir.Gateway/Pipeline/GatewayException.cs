using System.Collections.Immutable;
using Weir.Gateway.Dispatch;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Pipeline;

/// <summary>A refusal before the first event reached the client; thrown by a stage, caught in one place.</summary>
public sealed class GatewayException(GatewayError error) : Exception(error.Message)
{
    public GatewayError Error { get; } = error;

    /// <summary>The request as it may be recorded; null: as it was sent.</summary>
    public Parsed? Recordable { get; init; }

    /// <summary>Attempts made before the refusal, in order.</summary>
    public ImmutableArray<Attempt> Attempts { get; init; } = [];
}
