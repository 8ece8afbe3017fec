namespace Weir.RoutingLab;

/// <summary>Whom to ask next, and how long to wait before.</summary>
internal readonly record struct Call(LabEndpoint Endpoint, TimeSpan Wait);
