namespace Weir.Protocol.Models;

/// <summary>A model with its endpoints, as <c>GET /models/{author}/{slug}/endpoints</c> shows it.</summary>
public sealed record ModelEndpointsRecord
{
    /// <summary>Slug, as a request names the model: <c>author/slug</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people, such as <c>Acme: Small</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Unix seconds: when the model came out, else when it appeared in the catalogue.</summary>
    public required long Created { get; init; }

    /// <summary>Text for people; empty: the catalogue has none.</summary>
    public required string Description { get; init; }

    /// <summary>What it takes and gives, the same at all its endpoints.</summary>
    public required ArchitectureRecord Architecture { get; init; }

    /// <summary>In the operator's order; never empty.</summary>
    public required IReadOnlyList<EndpointRecord> Endpoints { get; init; }
}
