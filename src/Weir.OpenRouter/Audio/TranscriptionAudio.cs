namespace Weir.OpenRouter;

/// <summary>Transcription audio, as <c>AudioClient</c> sends it.</summary>
public sealed record TranscriptionAudio : WireRecord
{
    public required string Data { get; init; }

    public required string Format { get; init; }
}
