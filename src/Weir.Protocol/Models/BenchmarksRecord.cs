using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>Published scores of a model.</summary>
public sealed record BenchmarksRecord
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ArtificialAnalysisRecord? ArtificialAnalysis { get; init; }

    public required IReadOnlyList<ArenaRecord> DesignArena { get; init; }
}
