namespace Weir.OpenRouter;

/// <summary>Transcription word, as <c>AudioClient</c> gets it.</summary>
public sealed record TranscriptionWord : WireRecord
{
    public decimal? End { get; init; }

    public long? Speaker { get; init; }

    public decimal? Start { get; init; }

    public string? Word { get; init; }
}
