namespace Weir.OpenRouter;

/// <summary>What a transcription used and cost. Providers count in seconds or in tokens; the rest is null.</summary>
public sealed record TranscriptionUsage : WireRecord
{
    /// <summary>USD charged.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Tokens of the sound, where the model is priced by tokens.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens of the text that was written.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Length of the sound, where the model is priced by time.</summary>
    public decimal? Seconds { get; init; }

    /// <summary>Tokens in and out.</summary>
    public long? TotalTokens { get; init; }
}
