using System.Collections.Immutable;
using Weir.Gateway.Dispatch;

namespace Weir.Gateway.Pipeline;

/// <summary>A request that an endpoint has begun to answer: from here on there is no other endpoint.</summary>
/// <param name="Attempts">All attempts; the last is the one that answers.</param>
public sealed record Committed(Admitted Admitted, ImmutableArray<Attempt> Attempts, ILiveAnswer Answer)
{
    public Routed Routed => Admitted.Routed;
    public Inbound Inbound => Routed.Inbound;
}
