namespace Weir.Protocol.Models;

/// <summary>A model that makes images, as <c>GET /images/models</c> lists it.</summary>
public sealed record ImageModelRecord
{
    /// <summary>Slug, as a request names the model: <c>author/slug</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people, such as <c>Acme: Small</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Text for people; empty: the catalogue has none.</summary>
    public required string Description { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Created { get; init; }

    /// <summary>What it takes and gives; <c>image</c> is among what it gives.</summary>
    public required ArchitectureRecord Architecture { get; init; }

    /// <summary>What at least one endpoint takes; a parameter that is not here cannot be asked.</summary>
    public required IReadOnlyDictionary<string, CapabilityRecord> SupportedParameters { get; init; }

    /// <summary>Whether at least one endpoint streams.</summary>
    public required bool SupportsStreaming { get; init; }

    /// <summary>Path of the model's endpoints.</summary>
    public required string Endpoints { get; init; }
}
