namespace Weir.OpenRouter;

/// <summary>Images that were made.</summary>
public sealed record ImageGenerationResponse : WireRecord
{
    /// <summary>When they were made, in seconds since 1970.</summary>
    public long? Created { get; init; }

    /// <summary>The images, <see cref="ImageGenerationRequest.N"/> at most.</summary>
    public IReadOnlyList<ImageGenerationResponseDataItem>? Data { get; init; }

    /// <summary>What they used and cost; null if the provider did not say.</summary>
    public ImageGenerationUsage? Usage { get; init; }
}
