namespace Weir.OpenRouter;

/// <summary>The video operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class VideosClient
{
    private readonly OpenRouterTransport _transport;

    internal VideosClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Starts making a video. <c>POST /videos</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<VideoGenerationResponse> CreateAsync(VideoGenerationRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, "videos", query: null, request,
            VideosJson.Default.VideoGenerationRequest, VideosJson.Default.VideoGenerationResponse, cancellationToken);

    /// <summary>How far a video is. <c>GET /videos/{jobId}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<VideoGenerationResponse> GetAsync(string jobId, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, $"videos/{Uri.EscapeDataString(jobId)}", query: null,
            VideosJson.Default.VideoGenerationResponse, cancellationToken);

    /// <summary>The bytes of a finished video. <c>GET /videos/{jobId}/content</c>.</summary>
    /// <returns>A stream; dispose it.</returns>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Stream> DownloadAsync(string jobId, CancellationToken cancellationToken = default) =>
        _transport.OpenAsync(HttpMethod.Get, $"videos/{Uri.EscapeDataString(jobId)}/content", static () => null, cancellationToken);
}
