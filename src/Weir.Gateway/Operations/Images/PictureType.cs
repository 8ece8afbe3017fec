namespace Weir.Gateway.Operations.Images;

/// <summary>Tells the media type of a picture by how its base64 begins.</summary>
public static class PictureType
{
    /// <summary>A media type; <c>image/png</c> when nothing is known of it.</summary>
    public static string Of(ReadOnlySpan<char> base64) => base64 switch
    {
        ['/', '9', 'j', ..] => "image/jpeg",
        ['U', 'k', 'l', 'G', ..] => "image/webp",
        ['R', '0', 'l', 'G', ..] => "image/gif",
        ['P', 'H', 'N', '2', ..] or ['P', 'D', '9', '4', ..] => "image/svg+xml",
        _ => "image/png",
    };
}
