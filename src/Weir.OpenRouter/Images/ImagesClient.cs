using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>The image operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class ImagesClient
{
    private readonly OpenRouterTransport _transport;

    internal ImagesClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Makes images. <c>POST /images</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ImageGenerationResponse> CreateAsync(ImageGenerationRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, "images", query: null, request,
            ImagesJson.Default.ImageGenerationRequest, ImagesJson.Default.ImageGenerationResponse, cancellationToken);

    /// <summary>Makes images and shows how they come about. <c>POST /images</c> with <c>stream</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or the stream carries an error.</exception>
    public IAsyncEnumerable<ImageStreamEvent> StreamAsync(ImageGenerationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var members = new Dictionary<string, JsonElement>(request.Extra ?? new Dictionary<string, JsonElement>(), StringComparer.Ordinal) { ["stream"] = JsonElement.Parse("true") };
        return _transport.StreamAsync(
            "images", request with { Extra = members }, ImageStreamJson.Default.ImageGenerationRequest, ImageStreamJson.Default.ImageStreamEvent, cancellationToken);
    }
}
