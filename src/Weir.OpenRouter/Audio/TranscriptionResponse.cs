namespace Weir.OpenRouter;

/// <summary>What <c>AudioClient</c> gets: transcription response.</summary>
public sealed record TranscriptionResponse : WireRecord
{
    public decimal? Duration { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<TranscriptionSegment>? Segments { get; init; }

    public string? Task { get; init; }

    public string? Text { get; init; }

    public TranscriptionUsage? Usage { get; init; }

    public IReadOnlyList<TranscriptionWord>? Words { get; init; }
}
