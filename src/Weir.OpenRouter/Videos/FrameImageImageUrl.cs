namespace Weir.OpenRouter;

/// <summary>Where an image is.</summary>
public sealed record FrameImageImageUrl : WireRecord
{
    /// <summary>Its address, or a data URL.</summary>
    public required string Url { get; init; }
}
