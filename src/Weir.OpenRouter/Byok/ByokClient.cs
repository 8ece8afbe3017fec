namespace Weir.OpenRouter;

/// <summary>The provider key (BYOK) operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class ByokClient
{
    private readonly OpenRouterTransport _transport;

    internal ByokClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Provider keys that the account brought itself. <c>GET /byok</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListByokKeysResponse> ListAsync(ListByokQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "byok", query?.ToText(), ByokJson.Default.ListByokKeysResponse, cancellationToken);

    /// <summary>Stores a provider key. <c>POST /byok</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ByokKey> CreateAsync(CreateByokKeyRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post, "byok", query: null, request,
            ByokJson.Default.CreateByokKeyRequest, ByokJson.Default.DataOfByokKey, cancellationToken));

    /// <summary>One provider key. <c>GET /byok/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ByokKey> GetAsync(string id, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"byok/{Uri.EscapeDataString(id)}", query: null,
            ByokJson.Default.DataOfByokKey, cancellationToken));

    /// <summary>Changes a provider key. <c>PATCH /byok/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ByokKey> UpdateAsync(string id, UpdateByokKeyRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Patch, $"byok/{Uri.EscapeDataString(id)}", query: null, request,
            ByokJson.Default.UpdateByokKeyRequest, ByokJson.Default.DataOfByokKey, cancellationToken));

    /// <summary>Deletes a provider key. <c>DELETE /byok/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<DeleteByokKeyResponse> DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Delete, $"byok/{Uri.EscapeDataString(id)}", query: null,
            ByokJson.Default.DeleteByokKeyResponse, cancellationToken);
}
