namespace Weir.OpenInference;

/// <summary>Attribute names of an image.</summary>
public static class ImageAttributes
{
    /// <summary>Link or data URI.</summary>
    public const string Url = "image.url";
}
