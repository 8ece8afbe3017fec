namespace Weir.Protocol.Models;

/// <summary>A model that makes images, with its endpoints.</summary>
public sealed record ImageEndpointsResponse
{
    /// <summary>Slug of the model.</summary>
    public required string Id { get; init; }

    /// <summary>In the operator's order; never empty.</summary>
    public required IReadOnlyList<ImageEndpointRecord> Endpoints { get; init; }
}
