namespace Weir.OpenRouter;

/// <summary>The embedding operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class EmbeddingsClient
{
    private readonly OpenRouterTransport _transport;

    internal EmbeddingsClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Turns texts into vectors. <c>POST /embeddings</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<EmbeddingsResponse> CreateAsync(EmbeddingsRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, "embeddings", query: null, request,
            EmbeddingsJson.Default.EmbeddingsRequest, EmbeddingsJson.Default.EmbeddingsResponse, cancellationToken);
}
