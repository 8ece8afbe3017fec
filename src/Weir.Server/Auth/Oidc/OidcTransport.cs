using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Weir.Server.Catalogue.Import;

namespace Weir.Server.Auth.Oidc;

/// <summary>Fetches what the identity provider answers: within bounds, without redirects, cookies or a proxy.</summary>
internal sealed class OidcTransport(TimeProvider time) : IDisposable
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

    /// <exception cref="OidcException">It cannot be had.</exception>
    public async Task<string> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, cancellationToken);
    }

    /// <exception cref="OidcException">It cannot be had.</exception>
    public async Task<string> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var path = request.RequestUri!.GetLeftPart(UriPartial.Path);
        try
        {
            return await ReadAsync(request, path, either.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            throw OidcMetadata.Unusable($"{path} could not be read: {failure.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw OidcMetadata.Unusable($"{path} did not answer within {Patience.TotalSeconds} seconds");
        }
    }

    /// <exception cref="OidcException">It is not JSON.</exception>
    public static JsonDocument JsonOf(string text)
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

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    private async Task<string> ReadAsync(HttpRequestMessage request, string path, CancellationToken cancellationToken)
    {
        using var response = await _invoker.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw OidcMetadata.Unusable($"{path} answered {(int)response.StatusCode}");
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = await BoundedContent.ReadAsync(body, MostBytes, cancellationToken);
        return Encoding.UTF8.GetString(content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
