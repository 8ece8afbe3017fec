using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>An event of images that are being made.</summary>
public sealed record ImageStreamEvent : WireRecord
{
    /// <summary><c>image_generation.partial_image</c> or <c>image_generation.completed</c>; for vectors also <c>image_generation.text_chunk</c>.</summary>
    public string? Type { get; init; }
    /// <summary>The image so far, or the whole one, as base64.</summary>
    [JsonPropertyName("b64_json")]
    public string? B64Json { get; init; }
    /// <summary>Which of the images on the way it is, from 0; null for the whole one.</summary>
    public long? PartialImageIndex { get; init; }
    /// <summary>What it used and cost: of <c>image_generation.completed</c>.</summary>
    public ImageGenerationUsage? Usage { get; init; }
}
