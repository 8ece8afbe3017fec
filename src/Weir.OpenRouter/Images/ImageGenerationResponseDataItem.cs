using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>An image that was made.</summary>
public sealed record ImageGenerationResponseDataItem : WireRecord
{
    /// <summary>The bytes of the image as base64; of <c>svg</c>, its text in UTF-8.</summary>
    [JsonPropertyName("b64_json")]
    public string? B64Json { get; init; }

    /// <summary>What it is, such as <c>image/png</c>; null where that could not be found out.</summary>
    public string? MediaType { get; init; }
}
