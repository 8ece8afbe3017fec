namespace Weir.OpenRouter;

/// <summary>A piece of a transcript, as the provider reports it.</summary>
public sealed record TranscriptionSegment : WireRecord
{
    /// <summary>Mean log probability of its tokens: the nearer to 0, the surer the model was.</summary>
    public decimal? AvgLogprob { get; init; }

    /// <summary>How well its text compresses; a high number hints at repetition.</summary>
    public decimal? CompressionRatio { get; init; }

    /// <summary>Where it ends, in seconds from the beginning of the sound.</summary>
    public decimal? End { get; init; }

    /// <summary>Its number in the transcript.</summary>
    public long? Id { get; init; }

    /// <summary>How likely nobody speaks in it, 0 to 1.</summary>
    public decimal? NoSpeechProb { get; init; }

    /// <summary>Offset in the sound at which the model looked, in the provider's unit.</summary>
    public long? Seek { get; init; }

    /// <summary>Number of the speaker; null where the provider does not tell speakers apart.</summary>
    public long? Speaker { get; init; }

    /// <summary>Where it begins, in seconds from the beginning of the sound.</summary>
    public decimal? Start { get; init; }

    /// <summary>The temperature that it was written with.</summary>
    public decimal? Temperature { get; init; }

    /// <summary>What was said in it.</summary>
    public string? Text { get; init; }

    /// <summary>Its tokens, by their ids in the model.</summary>
    public IReadOnlyList<long>? Tokens { get; init; }
}
