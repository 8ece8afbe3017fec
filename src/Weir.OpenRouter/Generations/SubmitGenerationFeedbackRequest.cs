namespace Weir.OpenRouter;

/// <summary>What was wrong with a generation. <c>POST /generation/feedback</c>.</summary>
public sealed record SubmitGenerationFeedbackRequest : WireRecord
{
    /// <summary>
    /// One of <c>latency</c>, <c>incoherence</c>, <c>incorrect_response</c>, <c>formatting</c>, <c>billing</c>, <c>api_error</c>, <c>other</c>.
    /// </summary>
    public required string Category { get; init; }

    /// <summary>In your own words, 1000 characters at most.</summary>
    public string? Comment { get; init; }

    /// <summary>Id of the generation, <c>gen-…</c>.</summary>
    public required string GenerationId { get; init; }
}
