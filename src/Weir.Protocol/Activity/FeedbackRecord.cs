namespace Weir.Protocol.Activity;

/// <summary>A problem that somebody reported with a generation.</summary>
public sealed record FeedbackRecord
{
    /// <summary><c>gen-…</c>, as the answer named it.</summary>
    public required string GenerationId { get; init; }

    /// <summary>
    /// What is wrong: <c>latency</c>, <c>incoherence</c>, <c>incorrect_response</c>, <c>formatting</c>, <c>billing</c>, <c>api_error</c> or <c>other</c>.
    /// </summary>
    public required string Category { get; init; }

    /// <summary>In the reporter's words, at most 1,000 characters; null: none was given.</summary>
    public required string? Comment { get; init; }

    /// <summary>Label of the key that reported it.</summary>
    public required string Actor { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
