using Weir.Protocol.Primitives;

namespace Weir.Ledger.Activity;

/// <summary>A problem that somebody reported with a generation; one for each reporter and category.</summary>
public sealed record FeedbackRow
{
    public required GenerationId GenerationId { get; init; }

    /// <summary>Of the words that the API has.</summary>
    public required string Category { get; init; }

    public string? Comment { get; init; }

    /// <summary>Label of the key that reported it.</summary>
    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }
}
