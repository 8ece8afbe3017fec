using System.Text.Json.Serialization;

namespace Weir.Protocol.Benchmarks;

/// <summary>A published score of a model; who published it decides what it has.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "source")]
[JsonDerivedType(typeof(ArtificialAnalysisItem), "artificial-analysis")]
[JsonDerivedType(typeof(DesignArenaItem), "design-arena")]
public abstract record BenchmarkItem
{
    /// <summary>Permanent slug of the model in the catalogue.</summary>
    public required string ModelPermaslug { get; init; }

    /// <summary>The model's name in this catalogue, which need not be the publisher's.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What the model's cheapest endpoint costs.</summary>
    public required BenchmarkPricing Pricing { get; init; }
}
