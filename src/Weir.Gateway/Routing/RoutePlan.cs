using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>The endpoints to try for one request, in order; at least one.</summary>
public sealed record RoutePlan(ImmutableArray<Candidate> Candidates);
