using System.Text.Json.Serialization;

namespace Weir.Protocol.Benchmarks;

/// <summary>A published score of a model; who published it decides what it has.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "source")]
[JsonDerivedType(typeof(ArtificialAnalysisItem), "artificial-analysis")]
[JsonDerivedType(typeof(DesignArenaItem), "design-arena")]
public abstract record BenchmarkItem
{
    public required string ModelPermaslug { get; init; }
    public required string DisplayName { get; init; }
    public required BenchmarkPricing Pricing { get; init; }
}
