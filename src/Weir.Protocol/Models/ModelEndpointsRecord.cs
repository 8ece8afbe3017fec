namespace Weir.Protocol.Models;

/// <summary>A model with its endpoints, as <c>GET /models/{author}/{slug}/endpoints</c> shows it.</summary>
public sealed record ModelEndpointsRecord
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required long Created { get; init; }
    public required string Description { get; init; }
    public required ArchitectureRecord Architecture { get; init; }
    public required IReadOnlyList<EndpointRecord> Endpoints { get; init; }
}
