namespace Weir.OpenRouter;

/// <summary>What <c>GenerationsClient</c> sends: submit generation feedback request.</summary>
public sealed record SubmitGenerationFeedbackRequest : WireRecord
{
    public required string Category { get; init; }

    public string? Comment { get; init; }

    public required string GenerationId { get; init; }
}
