namespace Weir.OpenRouter;

/// <summary>Frame image image url, as <c>VideosClient</c> sends it.</summary>
public sealed record FrameImageImageUrl : WireRecord
{
    public required string Url { get; init; }
}
