namespace Weir.Protocol.Models;

/// <summary>Indices of Artificial Analysis; null: not measured.</summary>
public sealed record ArtificialAnalysisRecord
{
    /// <summary>Index of general ability; the higher the better.</summary>
    public required double? IntelligenceIndex { get; init; }

    /// <summary>Index of programming; the higher the better.</summary>
    public required double? CodingIndex { get; init; }

    /// <summary>Index of work with tools; the higher the better.</summary>
    public required double? AgenticIndex { get; init; }
}
