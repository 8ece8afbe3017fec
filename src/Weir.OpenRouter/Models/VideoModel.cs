namespace Weir.OpenRouter;

/// <summary>A model that makes videos, or makes them larger. What it has no choice of is null.</summary>
public sealed record VideoModel : WireRecord
{
    /// <summary>Members that providers take within <see cref="MediaProvider.Options"/>.</summary>
    public IReadOnlyList<string>? AllowedPassthroughParameters { get; init; }

    /// <summary>Permanent slug of this version, mostly with its date.</summary>
    public string? CanonicalSlug { get; init; }

    /// <summary>When it was added, in seconds since 1970.</summary>
    public long? Created { get; init; }

    /// <summary>Levels for <see cref="VideoGenerationRequest.Creativity"/>.</summary>
    public IReadOnlyList<long>? Creativity { get; init; }

    /// <summary>What it is good for, in its author's words.</summary>
    public string? Description { get; init; }

    /// <summary>True when it can make sound too.</summary>
    public bool? GenerateAudio { get; init; }

    /// <summary>Its name at Hugging Face, <c>author/name</c>; null if it is not there.</summary>
    public string? HuggingFaceId { get; init; }

    /// <summary>Slug to call it by, <c>author/slug</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Display name of the model.</summary>
    public string? Name { get; init; }

    /// <summary>Prices by what is charged, as decimal text; what they are for, and in which unit, stands in the names of the entries.</summary>
    public IReadOnlyDictionary<string, string>? PricingSkus { get; init; }

    /// <summary>True when <see cref="VideoGenerationRequest.Seed"/> makes its videos repeatable.</summary>
    public bool? Seed { get; init; }

    /// <summary>Values for <see cref="VideoGenerationRequest.AspectRatio"/>, such as <c>16:9</c>.</summary>
    public IReadOnlyList<string>? SupportedAspectRatios { get; init; }

    /// <summary>Values for <see cref="VideoGenerationRequest.Duration"/>, in seconds.</summary>
    public IReadOnlyList<long>? SupportedDurations { get; init; }

    /// <summary>Values for <see cref="FrameImage.FrameType"/>: of <c>first_frame</c>, <c>last_frame</c>.</summary>
    public IReadOnlyList<string>? SupportedFrameImages { get; init; }

    /// <summary>Values for <see cref="VideoGenerationRequest.Resolution"/>, such as <c>720p</c>.</summary>
    public IReadOnlyList<string>? SupportedResolutions { get; init; }

    /// <summary>Values for <see cref="VideoGenerationRequest.Size"/>, <c>width</c> x <c>height</c> in pixels: <c>1280x720</c>.</summary>
    public IReadOnlyList<string>? SupportedSizes { get; init; }

    /// <summary>Range of <see cref="VideoGenerationRequest.UpscaleFactor"/>.</summary>
    public VideoModelUpscaleFactor? UpscaleFactor { get; init; }
}
