namespace Weir.OpenRouter;

/// <summary>The auth operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class AuthClient
{
    private readonly OpenRouterTransport _transport;

    internal AuthClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Turns the code of a finished sign-in into a key of the user. <c>POST /auth/keys</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<CodeExchangeResponse> ExchangeCodeAsync(CodeExchangeRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, "auth/keys", query: null, request,
            AuthJson.Default.CodeExchangeRequest, AuthJson.Default.CodeExchangeResponse, cancellationToken);

    /// <summary>Makes a code for a sign-in page of another program. <c>POST /auth/keys/code</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<AuthCode> CreateCodeAsync(AuthCodeRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post, "auth/keys/code", query: null, request,
            AuthJson.Default.AuthCodeRequest, AuthJson.Default.DataOfAuthCode, cancellationToken));
}
