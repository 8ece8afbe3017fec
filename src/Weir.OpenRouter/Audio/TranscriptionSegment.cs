namespace Weir.OpenRouter;

/// <summary>Transcription segment, as <c>AudioClient</c> gets it.</summary>
public sealed record TranscriptionSegment : WireRecord
{
    public decimal? AvgLogprob { get; init; }

    public decimal? CompressionRatio { get; init; }

    public decimal? End { get; init; }

    public long? Id { get; init; }

    public decimal? NoSpeechProb { get; init; }

    public long? Seek { get; init; }

    public long? Speaker { get; init; }

    public decimal? Start { get; init; }

    public decimal? Temperature { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<long>? Tokens { get; init; }
}
