namespace Weir.OpenRouter;

/// <summary>What <c>ImagesClient</c> gets: image generation response.</summary>
public sealed record ImageGenerationResponse : WireRecord
{
    /// <summary>Seconds since 1970.</summary>
    public long? Created { get; init; }

    public IReadOnlyList<ImageGenerationResponseDataItem>? Data { get; init; }

    public ImageGenerationUsage? Usage { get; init; }
}
