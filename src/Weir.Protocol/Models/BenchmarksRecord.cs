using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>Published scores of a model.</summary>
public sealed record BenchmarksRecord
{
    /// <summary>Its indices; absent: none of them is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ArtificialAnalysisRecord? ArtificialAnalysis { get; init; }

    /// <summary>One for each arena and category; empty: none is known.</summary>
    public required IReadOnlyList<ArenaRecord> DesignArena { get; init; }
}
