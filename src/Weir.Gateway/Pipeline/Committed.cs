using System.Collections.Immutable;
using Weir.Gateway.Dispatch;
using Weir.Gateway.ResponseCache;

namespace Weir.Gateway.Pipeline;

/// <summary>A request that an endpoint has begun to answer: from here on there is no other endpoint.</summary>
/// <param name="Attempts">All attempts; the last is the one that answers. None for an answer from the response cache.</param>
public sealed record Committed(Admitted Admitted, ImmutableArray<Attempt> Attempts, ILiveAnswer Answer)
{
    /// <summary>The kept answer that is given again; null for one that an endpoint gives now.</summary>
    public KeptAnswer? Kept => (Answer as ReplayedAnswer)?.Kept;

    /// <summary>The generation that <see cref="Kept"/> was first given as.</summary>
    public string? KeptId => Kept?.SourceId.Value;

    public Routed Routed => Admitted.Routed;
    public Inbound Inbound => Routed.Inbound;
}
