namespace Weir.OpenRouter;

/// <summary>Model endpoints, as <c>EndpointsClient</c> gets it.</summary>
public sealed record ModelEndpoints : WireRecord
{
    public ModelEndpointsArchitecture? Architecture { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? Created { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<EndpointInfo>? Endpoints { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }
}
