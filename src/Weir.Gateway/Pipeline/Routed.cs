using Weir.Gateway.Routing;

namespace Weir.Gateway.Pipeline;

/// <summary>A request with the endpoints to try, in order.</summary>
public sealed record Routed(Prepared Prepared, RoutePlan Plan)
{
    public Inbound Inbound => Prepared.Parsed.Authenticated.Inbound;
}
