using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>An event of images that are being made.</summary>
public sealed record ImageStreamEvent : WireRecord
{
    public string? Type { get; init; }
    /// <summary>The image so far, or the whole one, as base64.</summary>
    [JsonPropertyName("b64_json")]
    public string? B64Json { get; init; }
    public long? PartialImageIndex { get; init; }
    public ImageGenerationUsage? Usage { get; init; }
}
