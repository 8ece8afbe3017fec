namespace Weir.OpenRouter;

/// <summary>The provider operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class ProvidersClient
{
    private readonly OpenRouterTransport _transport;

    internal ProvidersClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Providers and what they do with data. <c>GET /providers</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<IReadOnlyList<ProviderInfo>> ListAsync(CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "providers", query: null,
            ProvidersJson.Default.DataOfListOfProviderInfo, cancellationToken));
}
