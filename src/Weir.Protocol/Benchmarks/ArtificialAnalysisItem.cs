namespace Weir.Protocol.Benchmarks;

/// <summary>Indices of Artificial Analysis; null: not measured.</summary>
public sealed record ArtificialAnalysisItem : BenchmarkItem
{
    public required double? IntelligenceIndex { get; init; }
    public required double? CodingIndex { get; init; }
    public required double? AgenticIndex { get; init; }
}
