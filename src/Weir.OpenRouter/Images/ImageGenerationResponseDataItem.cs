using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Image generation response data item, as <c>ImagesClient</c> gets it.</summary>
public sealed record ImageGenerationResponseDataItem : WireRecord
{
    [JsonPropertyName("b64_json")]
    public string? B64Json { get; init; }

    public string? MediaType { get; init; }
}
