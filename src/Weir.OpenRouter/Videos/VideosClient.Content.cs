namespace Weir.OpenRouter;

/// <content>What is not JSON.</content>
public sealed partial class VideosClient
{
    /// <summary>The bytes of a finished video. <c>GET /videos/{jobId}/content</c>.</summary>
    /// <returns>A stream; dispose it.</returns>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Stream> DownloadAsync(string jobId, CancellationToken cancellationToken = default) =>
        _transport.OpenAsync(HttpMethod.Get, $"videos/{Uri.EscapeDataString(jobId)}/content", static () => null, cancellationToken);
}
