namespace Weir.OpenRouter;

/// <summary>A model and who serves it.</summary>
public sealed record ModelEndpoints : WireRecord
{
    /// <summary>What it reads and writes.</summary>
    public ModelEndpointsArchitecture? Architecture { get; init; }

    /// <summary>When it was added, in seconds since 1970.</summary>
    public long? Created { get; init; }

    /// <summary>What it is good for, in its author's words, often as markdown.</summary>
    public string? Description { get; init; }

    /// <summary>Everyone who serves it, one entry for each provider, variant, region and tier.</summary>
    public IReadOnlyList<EndpointInfo>? Endpoints { get; init; }

    /// <summary>Slug of the model, <c>author/slug</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Display name of the model.</summary>
    public string? Name { get; init; }
}
