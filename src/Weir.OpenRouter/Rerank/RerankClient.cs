namespace Weir.OpenRouter;

/// <summary>The rerank operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class RerankClient
{
    private readonly OpenRouterTransport _transport;

    internal RerankClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Orders documents by how well they answer a query. <c>POST /rerank</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<RerankResponse> CreateAsync(RerankRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, "rerank", query: null, request,
            RerankJson.Default.RerankRequest, RerankJson.Default.RerankResponse, cancellationToken);
}
