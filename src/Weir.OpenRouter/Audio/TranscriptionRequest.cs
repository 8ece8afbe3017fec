namespace Weir.OpenRouter;

/// <summary>What <c>AudioClient</c> sends: transcription request.</summary>
public sealed record TranscriptionRequest : WireRecord
{
    public required TranscriptionAudio InputAudio { get; init; }

    public string? Language { get; init; }

    public required string Model { get; init; }

    public MediaProvider? Provider { get; init; }

    /// <summary>One of <c>json</c>, <c>verbose_json</c>.</summary>
    public string? ResponseFormat { get; init; }

    public decimal? Temperature { get; init; }

    public IReadOnlyList<string>? TimestampGranularities { get; init; }
}
