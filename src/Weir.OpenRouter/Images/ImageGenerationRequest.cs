using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>An image to be made. <c>POST /images</c>. What a model can, <see cref="ImageModelListItem.SupportedParameters"/> says.</summary>
public sealed record ImageGenerationRequest : WireRecord
{
    /// <summary>Width to height, such as <c>16:9</c>, or <c>auto</c>; a provider takes the nearest it can.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>One of <c>auto</c>, <c>transparent</c>, <c>opaque</c>; <c>transparent</c> needs <c>png</c> or <c>webp</c>.</summary>
    public string? Background { get; init; }

    /// <summary>Images to go by, 16 at most: <c>{"type":"image_url","image_url":{"url":"…"}}</c>, an address or a data URL.</summary>
    public IReadOnlyList<JsonElement>? InputReferences { get; init; }

    /// <summary>Slug of a model that makes images, <c>author/slug</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Most images to make, 1 to 10; fewer may come, and some providers refuse more than 1.</summary>
    public long? N { get; init; }

    /// <summary>How much to compress, 0 to 100, for <c>jpeg</c> and <c>webp</c>.</summary>
    public long? OutputCompression { get; init; }

    /// <summary>One of <c>png</c>, <c>jpeg</c>, <c>webp</c>, <c>svg</c>; <c>svg</c> only from models that draw vectors.</summary>
    public string? OutputFormat { get; init; }

    /// <summary>What the image is to show; not empty.</summary>
    public required string Prompt { get; init; }

    /// <summary>Which providers may serve it, and what they are told; null leaves it to the account.</summary>
    public ImageGenerationProviderPreferences? Provider { get; init; }

    /// <summary>One of <c>auto</c>, <c>low</c>, <c>medium</c>, <c>high</c>; ignored where there is no choice.</summary>
    public string? Quality { get; init; }

    /// <summary>How large, roughly. One of <c>512</c>, <c>1K</c>, <c>2K</c>, <c>4K</c>; the provider decides the pixels.</summary>
    public string? Resolution { get; init; }

    /// <summary>Makes images repeatable where the provider can; none promises it.</summary>
    public long? Seed { get; init; }

    /// <summary>
    /// A <see cref="Resolution"/> (<c>2K</c>) or pixels (<c>2048x2048</c>); pixels are refused with 400 beside a resolution or ratio that says otherwise.
    /// </summary>
    public string? Size { get; init; }
}
