using System.Text.Json;

namespace Weir.OpenRouter;

/// <content>Images as they are being made.</content>
public sealed partial class ImagesClient
{
    /// <summary>Makes images and shows how they come about. <c>POST /images</c> with <c>stream</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or the stream carries an error.</exception>
    public IAsyncEnumerable<ImageStreamEvent> StreamAsync(ImageGenerationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var streamed = request with { Extra = new Dictionary<string, JsonElement>(request.Extra ?? new Dictionary<string, JsonElement>()) { ["stream"] = JsonElement.Parse("true") } };
        return _transport.StreamAsync("images", streamed, ImageStreamJson.Default.ImageGenerationRequest, ImageStreamJson.Default.ImageStreamEvent, cancellationToken);
    }
}
