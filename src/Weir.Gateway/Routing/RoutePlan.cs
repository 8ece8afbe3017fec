using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>The endpoints to try for one request, in order; at least one.</summary>
public sealed record RoutePlan(ImmutableArray<Candidate> Candidates)
{
    /// <summary>How the model was chosen, as the router metadata calls it: <c>direct</c>, <c>fallback</c>, <c>auto</c>, <c>free</c>, <c>latest</c>, <c>alias</c>.</summary>
    public string Strategy { get; init; } = "direct";

    /// <summary>Every endpoint of the models asked for, whether a filter let it pass or not.</summary>
    public int Considered { get; init; }

    /// <summary>What the request says about an upstream that dies in the middle; null: the server's own setting.</summary>
    public MidStreamPolicy? MidStream { get; init; }
}
