namespace Weir.OpenRouter;

/// <summary>Frame image, as <c>VideosClient</c> sends it.</summary>
public sealed record FrameImage : WireRecord
{
    public required FrameImageImageUrl ImageUrl { get; init; }

    /// <summary>One of <c>image_url</c>.</summary>
    public required string Type { get; init; }

    /// <summary>One of <c>first_frame</c>, <c>last_frame</c>.</summary>
    public required string FrameType { get; init; }
}
