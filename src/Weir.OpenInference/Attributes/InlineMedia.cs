namespace Weir.OpenInference;

/// <summary>Replaces inline images and audio that are longer than the configuration allows.</summary>
internal static class InlineMedia
{
    private const string ImageUrl = MessageContentAttributes.Image + "." + ImageAttributes.Url;
    private const string AudioUrl = MessageContentAttributes.Audio + "." + AudioAttributes.Url;

    public static bool IsMediaKey(string key) =>
        key.EndsWith(ImageUrl, StringComparison.Ordinal) || key.EndsWith(AudioUrl, StringComparison.Ordinal);

    /// <summary>The value itself, or the uploader's address for it, or the redaction mark. The limit counts the whole data URI.</summary>
    public static string Shorten(TraceConfig config, string value) =>
        value.Length > config.Base64ImageMaxLength && IsInline(value) ? Upload(config, value) ?? TraceConfig.RedactedValue : value;

    private static bool IsInline(string value) =>
        (value.StartsWith("data:image/", StringComparison.Ordinal) || value.StartsWith("data:audio/", StringComparison.Ordinal))
        && value.Contains("base64", StringComparison.Ordinal);

    private static string? Upload(TraceConfig config, string value)
    {
        var comma = value.IndexOf(',', StringComparison.Ordinal);
        if (config.BlobUploader is not { } uploader || comma < 0)
        {
            return null;
        }

        var bytes = new byte[((value.Length - comma) * 3 / 4) + 3];
        if (!Convert.TryFromBase64Chars(value.AsSpan(comma + 1), bytes, out var length))
        {
            return null;
        }

        var mimeType = value["data:".Length..value.IndexOfAny([';', ','])];
        try
        {
            var uri = uploader(bytes.AsMemory(0, length), mimeType);
            return Uri.TryCreate(uri, UriKind.Absolute, out _) ? uri : null;
        }
        catch (Exception e) // an uploader is the user's code: recording goes on without it
        {
            OpenInferenceEventSource.Log.UploaderFailed(e.ToString());
            return null;
        }
    }
}
