namespace Weir.Protocol.Activity;

/// <summary>A problem that somebody reported with a generation.</summary>
public sealed record FeedbackRecord
{
    public required string GenerationId { get; init; }
    public required string Category { get; init; }
    public required string? Comment { get; init; }

    /// <summary>Label of the key that reported it.</summary>
    public required string Actor { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
