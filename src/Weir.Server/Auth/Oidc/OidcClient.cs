using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Weir.Server.Configuration;

namespace Weir.Server.Auth.Oidc;

/// <summary>Talks to the identity provider: its documents, and codes for tokens. Within bounds, at the addresses it names itself.</summary>
internal sealed class OidcClient(TimeProvider time) : IDisposable
{
    private readonly OidcTransport _transport = new(time);

    /// <summary>The discovery document and the keys of an issuer.</summary>
    /// <exception cref="OidcException">It cannot be reached, or says something that cannot be.</exception>
    public async Task<OidcMetadata> ReadMetadataAsync(string issuer, CancellationToken cancellationToken)
    {
        var address = new Uri(issuer.TrimEnd('/') + "/.well-known/openid-configuration");
        using var document = OidcTransport.JsonOf(await _transport.GetAsync(address, cancellationToken));
        var metadata = OidcMetadata.Read(document.RootElement, issuer);
        var keys = await _transport.GetAsync(metadata.JwksUri, cancellationToken);
        return metadata with { Keys = OidcMetadata.ReadKeys(keys), ReadAt = time.GetUtcNow() };
    }

    /// <summary>Exchanges a code for the text of an ID token.</summary>
    /// <exception cref="OidcException">The code is not good, or the provider cannot be reached.</exception>
    public async Task<string> ExchangeAsync(OidcMetadata metadata, OidcConfiguration configuration, string? secret, string code, string verifier, CancellationToken cancellationToken)
    {
        using var request = TokenRequest(metadata, configuration, secret, code, verifier);
        using var document = OidcTransport.JsonOf(await _transport.SendAsync(request, cancellationToken));
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id_token", out var token) && token.ValueKind == JsonValueKind.String
            ? token.GetString()!
            : throw OidcMetadata.Unusable("its token endpoint answered without an id_token");
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private static HttpRequestMessage TokenRequest(OidcMetadata metadata, OidcConfiguration configuration, string? secret, string code, string verifier)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = configuration.RedirectUri.AbsoluteUri,
            ["code_verifier"] = verifier,
        };
        var request = new HttpRequestMessage(HttpMethod.Post, metadata.TokenEndpoint);
        if (secret is not null && metadata.TakesBasic)
        {
            // Both parts are form-encoded first (RFC 6749, 2.3.1).
            var pair = $"{Uri.EscapeDataString(configuration.ClientId)}:{Uri.EscapeDataString(secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        else
        {
            form["client_id"] = configuration.ClientId;
            if (secret is not null)
            {
                form["client_secret"] = secret;
            }
        }

        request.Content = new FormUrlEncodedContent(form);
        return request;
    }
}
