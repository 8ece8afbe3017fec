using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Server.Seeding;

/// <summary>A model of the built-in catalogue as the made-up month uses it.</summary>
/// <param name="Entry">What the catalogue says.</param>
/// <param name="Weight">How much it is used, in relation to the others.</param>
/// <param name="FirstTokenMs">Typical milliseconds to the first token; invented.</param>
/// <param name="TokensPerSecond">Typical speed after it; invented.</param>
internal sealed record SeedModel(ModelEntry Entry, double Weight, double FirstTokenMs, double TokensPerSecond)
{
    // Without those that pass everything on to others, and those that a request must ask for.
    public ImmutableArray<EndpointEntry> Endpoints { get; } =
        [.. Entry.Endpoints.Where(endpoint => endpoint.ServiceTier is null && endpoint.Provider.Slug != "openrouter").DistinctBy(endpoint => endpoint.Provider.Slug)];

    public string Slug => Entry.Slug;

    public bool Reasons => Entry.Card.Reasoning is not null;

    public bool MakesEmbeddings => Entry.OutputModalities.Contains("embeddings");
}
