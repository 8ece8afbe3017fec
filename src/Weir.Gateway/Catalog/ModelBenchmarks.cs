using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>Published scores of a model; null: not measured.</summary>
public sealed record ModelBenchmarks
{
    /// <summary>Artificial Analysis, general.</summary>
    public double? IntelligenceIndex { get; init; }

    /// <summary>Artificial Analysis, programming.</summary>
    public double? CodingIndex { get; init; }

    /// <summary>Artificial Analysis, work with tools.</summary>
    public double? AgenticIndex { get; init; }

    public ImmutableArray<ArenaScore> Arenas { get; init; } = [];
}
