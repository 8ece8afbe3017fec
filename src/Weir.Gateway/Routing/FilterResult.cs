using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>Who may answer, and which filters let whom not pass.</summary>
/// <param name="Left">In catalogue order.</param>
/// <param name="Removed">Filters that removed somebody, in their order; after the last one nobody is left when <see cref="Left"/> is empty.</param>
internal sealed record FilterResult(List<RouteOption> Left, ImmutableArray<EndpointFilter> Removed);
