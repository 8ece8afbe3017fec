namespace Weir.OpenInference;

/// <summary>Values of <see cref="SpanAttributes.InputMimeType"/> and <see cref="SpanAttributes.OutputMimeType"/>.</summary>
/// <remarks>Python's <c>OpenInferenceMimeTypeValues</c>.</remarks>
public static class MimeTypes
{
    /// <summary>Plain text.</summary>
    public const string Text = "text/plain";

    /// <summary>JSON text.</summary>
    public const string Json = "application/json";

    /// <summary>Audio.</summary>
    public const string AudioWav = "audio/wav";
}
