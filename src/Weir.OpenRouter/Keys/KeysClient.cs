namespace Weir.OpenRouter;

/// <summary>The API key operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class KeysClient
{
    private readonly OpenRouterTransport _transport;

    internal KeysClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>The key that calls: its limit and what it has used. <c>GET /key</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<CurrentKey> GetCurrentAsync(CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "key", query: null,
            KeysJson.Default.DataOfCurrentKey, cancellationToken));

    /// <summary>Keys of the account. <c>GET /keys</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<IReadOnlyList<ApiKey>> ListAsync(ListKeysQuery? query = null, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "keys", query?.ToText(),
            KeysJson.Default.DataOfListOfApiKey, cancellationToken));

    /// <summary>Makes a key; its text is in this answer and never again. <c>POST /keys</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<CreateKeyResponse> CreateAsync(CreateKeyRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, "keys", query: null, request,
            KeysJson.Default.CreateKeyRequest, KeysJson.Default.CreateKeyResponse, cancellationToken);

    /// <summary>One key. <c>GET /keys/{hash}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ApiKey> GetAsync(string hash, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"keys/{Uri.EscapeDataString(hash)}", query: null,
            KeysJson.Default.DataOfApiKey, cancellationToken));

    /// <summary>Changes a key. <c>PATCH /keys/{hash}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ApiKey> UpdateAsync(string hash, UpdateKeyRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Patch, $"keys/{Uri.EscapeDataString(hash)}", query: null, request,
            KeysJson.Default.UpdateKeyRequest, KeysJson.Default.DataOfApiKey, cancellationToken));

    /// <summary>Deletes a key. <c>DELETE /keys/{hash}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<DeleteKeyResponse> DeleteAsync(string hash, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Delete, $"keys/{Uri.EscapeDataString(hash)}", query: null,
            KeysJson.Default.DeleteKeyResponse, cancellationToken);
}
