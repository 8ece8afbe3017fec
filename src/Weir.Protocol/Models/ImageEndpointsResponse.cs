namespace Weir.Protocol.Models;

/// <summary>A model that makes images, with its endpoints.</summary>
public sealed record ImageEndpointsResponse
{
    public required string Id { get; init; }
    public required IReadOnlyList<ImageEndpointRecord> Endpoints { get; init; }
}
