namespace Weir.OpenRouter;

/// <summary>The endpoint operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class EndpointsClient
{
    private readonly OpenRouterTransport _transport;

    internal EndpointsClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Endpoints that keep no data. <c>GET /endpoints/zdr</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<IReadOnlyList<EndpointInfo>> ListZeroDataRetentionAsync(CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "endpoints/zdr", query: null,
            EndpointsJson.Default.DataOfListOfEndpointInfo, cancellationToken));

    /// <summary>Who serves a model, at which price. <c>GET /models/{author}/{slug}/endpoints</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ModelEndpoints> ListAsync(string author, string slug, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"models/{Uri.EscapeDataString(author)}/{Uri.EscapeDataString(slug)}/endpoints", query: null,
            EndpointsJson.Default.DataOfModelEndpoints, cancellationToken));
}
