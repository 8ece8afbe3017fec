namespace Weir.OpenRouter;

/// <summary>Transcription request provider, as <c>AudioClient</c> sends it.</summary>
public sealed record TranscriptionRequestProvider : WireRecord
{
    public ProviderOptions? Options { get; init; }
}
