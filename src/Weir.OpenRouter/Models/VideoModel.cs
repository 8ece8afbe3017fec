namespace Weir.OpenRouter;

/// <summary>Video model, as <c>ModelsClient</c> gets it.</summary>
public sealed record VideoModel : WireRecord
{
    public IReadOnlyList<string>? AllowedPassthroughParameters { get; init; }

    public string? CanonicalSlug { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? Created { get; init; }

    public IReadOnlyList<long>? Creativity { get; init; }

    public string? Description { get; init; }

    public bool? GenerateAudio { get; init; }

    public string? HuggingFaceId { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public IReadOnlyDictionary<string, string>? PricingSkus { get; init; }

    public bool? Seed { get; init; }

    public IReadOnlyList<string>? SupportedAspectRatios { get; init; }

    public IReadOnlyList<long>? SupportedDurations { get; init; }

    public IReadOnlyList<string>? SupportedFrameImages { get; init; }

    public IReadOnlyList<string>? SupportedResolutions { get; init; }

    public IReadOnlyList<string>? SupportedSizes { get; init; }

    public VideoModelUpscaleFactor? UpscaleFactor { get; init; }
}
