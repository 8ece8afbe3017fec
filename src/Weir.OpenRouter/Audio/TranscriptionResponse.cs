namespace Weir.OpenRouter;

/// <summary>What was said in a sound. All but text and usage is null unless <see cref="TranscriptionRequest.ResponseFormat"/> is <c>verbose_json</c>.</summary>
public sealed record TranscriptionResponse : WireRecord
{
    /// <summary>Length of the sound in seconds.</summary>
    public decimal? Duration { get; init; }

    /// <summary>The language found or given, as the provider writes it, such as <c>english</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The text in pieces with their times.</summary>
    public IReadOnlyList<TranscriptionSegment>? Segments { get; init; }

    /// <summary>What was done, such as <c>transcribe</c>.</summary>
    public string? Task { get; init; }

    /// <summary>The whole text.</summary>
    public string? Text { get; init; }

    /// <summary>What it used and cost; null if the provider did not say.</summary>
    public TranscriptionUsage? Usage { get; init; }

    /// <summary>The single words with their times; null where the provider gives none.</summary>
    public IReadOnlyList<TranscriptionWord>? Words { get; init; }
}
