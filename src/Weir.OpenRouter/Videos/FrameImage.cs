namespace Weir.OpenRouter;

/// <summary>An image that a video begins or ends with.</summary>
public sealed record FrameImage : WireRecord
{
    /// <summary>Where the image is.</summary>
    public required FrameImageImageUrl ImageUrl { get; init; }

    /// <summary>Always <c>image_url</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Which of its frames it is. One of <c>first_frame</c>, <c>last_frame</c>.</summary>
    public required string FrameType { get; init; }
}
