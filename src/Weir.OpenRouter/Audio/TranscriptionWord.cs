namespace Weir.OpenRouter;

/// <summary>A word of a transcript and when it was said.</summary>
public sealed record TranscriptionWord : WireRecord
{
    /// <summary>Where it ends, in seconds from the beginning of the sound.</summary>
    public decimal? End { get; init; }

    /// <summary>Number of the speaker; null where the provider does not tell speakers apart.</summary>
    public long? Speaker { get; init; }

    /// <summary>Where it begins, in seconds from the beginning of the sound.</summary>
    public decimal? Start { get; init; }

    /// <summary>The word as it was heard.</summary>
    public string? Word { get; init; }
}
