namespace Weir.OpenRouter;

/// <summary>Sound to be written down. <c>POST /audio/transcriptions</c>.</summary>
public sealed record TranscriptionRequest : WireRecord
{
    /// <summary>What to listen to.</summary>
    public required TranscriptionAudio InputAudio { get; init; }

    /// <summary>Language of the speech, ISO 639-1 such as <c>en</c>; null lets the model find out.</summary>
    public string? Language { get; init; }

    /// <summary>Slug of a model that listens, <c>author/slug</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Options for single providers; null sends none.</summary>
    public MediaProvider? Provider { get; init; }

    /// <summary><c>json</c> for the text alone, <c>verbose_json</c> for segments and times too, which only some providers can. Default <c>json</c>.</summary>
    public string? ResponseFormat { get; init; }

    /// <summary>How freely the model guesses; 0 is strictest. Null leaves it to the provider.</summary>
    public decimal? Temperature { get; init; }

    /// <summary><c>segment</c>, <c>word</c> or both: which times to give. Only looked at with <c>verbose_json</c>.</summary>
    public IReadOnlyList<string>? TimestampGranularities { get; init; }
}
