namespace Weir.OpenInference;

/// <summary>Attribute names of a piece of audio.</summary>
public static class AudioAttributes
{
    /// <summary>Link or data URI.</summary>
    public const string Url = "audio.url";

    /// <summary>Media type.</summary>
    public const string MimeType = "audio.mime_type";

    /// <summary>What is said.</summary>
    public const string Transcript = "audio.transcript";
}
