using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing;

/// <summary>An endpoint in a plan, and why it stands where it stands.</summary>
public sealed record Candidate(ModelEntry Model, EndpointEntry Endpoint, string Reason);
