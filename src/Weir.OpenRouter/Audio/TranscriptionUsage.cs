namespace Weir.OpenRouter;

/// <summary>Transcription usage, as <c>AudioClient</c> gets it.</summary>
public sealed record TranscriptionUsage : WireRecord
{
    public decimal? Cost { get; init; }

    public long? InputTokens { get; init; }

    public long? OutputTokens { get; init; }

    public decimal? Seconds { get; init; }

    public long? TotalTokens { get; init; }
}
