using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Weir.Server.Catalogue.Import;
using Weir.Server.Configuration;

namespace Weir.Server.Auth.Oidc;

/// <summary>Talks to the identity provider: its documents, and codes for tokens. Within bounds, at the addresses it names itself.</summary>
internal sealed class OidcClient(TimeProvider time) : IDisposable
{
    private const int MostBytes = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    /// <summary>The discovery document and the keys of an issuer.</summary>
    /// <exception cref="OidcException">It cannot be reached, or says something that cannot be.</exception>
    public async Task<OidcMetadata> ReadMetadataAsync(string issuer, CancellationToken cancellationToken)
    {
        var address = new Uri(issuer.TrimEnd('/') + "/.well-known/openid-configuration");
        using var document = JsonOf(await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address), cancellationToken));
        var metadata = OidcMetadata.Read(document.RootElement, issuer);
        var keys = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, metadata.JwksUri), cancellationToken);
        return metadata with { Keys = OidcMetadata.ReadKeys(keys), ReadAt = time.GetUtcNow() };
    }

    /// <summary>Exchanges a code for the text of an ID token.</summary>
    /// <exception cref="OidcException">The code is not good, or the provider cannot be reached.</exception>
    public async Task<string> ExchangeAsync(OidcMetadata metadata, OidcConfiguration configuration, string? secret, string code, string verifier, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(() => TokenRequest(metadata, configuration, secret, code, verifier), cancellationToken);
        using var document = JsonOf(answer);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id_token", out var token) && token.ValueKind == JsonValueKind.String
            ? token.GetString()!
            : throw OidcMetadata.Unusable("its token endpoint answered without an id_token");
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

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

    private async Task<string> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var request = make();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var path = request.RequestUri!.GetLeftPart(UriPartial.Path);
        try
        {
            using var response = await _invoker.SendAsync(request, either.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw OidcMetadata.Unusable($"{path} answered {(int)response.StatusCode}");
            }

            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            using var content = await BoundedContent.ReadAsync(body, MostBytes, either.Token);
            return Encoding.UTF8.GetString(content.GetBuffer().AsSpan(0, (int)content.Length));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw OidcMetadata.Unusable($"{path} could not be read: {(failure is OperationCanceledException ? "it took too long" : failure.Message)}");
        }
    }

    private static JsonDocument JsonOf(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            throw OidcMetadata.Unusable("it answered with something that is not JSON");
        }
    }
}
