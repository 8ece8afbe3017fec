namespace Weir.OpenInference;

/// <summary>Attribute names of a video.</summary>
public static class VideoAttributes
{
    /// <summary>Link or data URI.</summary>
    public const string Url = "video.url";
}
