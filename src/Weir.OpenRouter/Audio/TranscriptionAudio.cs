namespace Weir.OpenRouter;

/// <summary>Sound within a <see cref="TranscriptionRequest"/>.</summary>
public sealed record TranscriptionAudio : WireRecord
{
    /// <summary>The sound as base64, without a <c>data:</c> prefix.</summary>
    public required string Data { get; init; }

    /// <summary>
    /// Its form, such as <c>wav</c>, <c>mp3</c>, <c>flac</c>, <c>m4a</c>, <c>ogg</c>, <c>webm</c> or <c>aac</c>; which of them work depends on the provider.
    /// </summary>
    public required string Format { get; init; }
}
