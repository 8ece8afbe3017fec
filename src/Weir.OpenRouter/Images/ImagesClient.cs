namespace Weir.OpenRouter;

/// <summary>The image operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed partial class ImagesClient
{
    private readonly OpenRouterTransport _transport;

    internal ImagesClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Makes images. <c>POST /images</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ImageGenerationResponse> CreateAsync(ImageGenerationRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, "images", query: null, request,
            ImagesJson.Default.ImageGenerationRequest, ImagesJson.Default.ImageGenerationResponse, cancellationToken);
}
