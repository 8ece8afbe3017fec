using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>Fetches documents of models: the address the operator named and the pages it links to there, within bounds, and nothing else.</summary>
internal sealed class DocumentClient : IDisposable
{
    private const int MostPages = 100;

    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    /// <summary>Whether an address is where the provider is, so that its key may be sent there.</summary>
    public static bool IsAt(Uri url, ProviderConfiguration provider) =>
        Uri.Compare(url, provider.BaseUrl, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Fetches page after page.</summary>
    /// <param name="url">The first page.</param>
    /// <param name="provider">With its key, which is sent to its own address alone.</param>
    /// <param name="readPage">Reads a page, and says where the next one is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">The address cannot be reached.</exception>
    /// <exception cref="InvalidDataException">It answers something else, or too much.</exception>
    public async Task ReadAsync(Uri url, ProviderConfiguration provider, Func<JsonElement, string?> readPage, CancellationToken cancellationToken)
    {
        var left = BoundedContent.MostBytes;
        var page = url;
        for (var pages = 1; page is not null; pages++)
        {
            using var content = await FetchAsync(page, provider, left, cancellationToken);
            left -= (int)content.Length;
            using var document = JsonDocument.Parse(content.GetBuffer().AsMemory(0, (int)content.Length));
            page = NextOf(readPage(document.RootElement), page);
            if (pages == MostPages && page is not null)
            {
                throw new InvalidDataException($"it has more than {MostPages} pages");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    private static Uri? NextOf(string? link, Uri page)
    {
        if (link is null)
        {
            return null;
        }

        // A page elsewhere could be any address of this network.
        return Uri.TryCreate(page, link, out var next) && Uri.Compare(next, page, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? next
            : throw new InvalidDataException($"links.next is \"{link}\", which is not at {page.GetLeftPart(UriPartial.Authority)}");
    }

    private async Task<MemoryStream> FetchAsync(Uri page, ProviderConfiguration provider, int most, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (IsAt(page, provider))
        {
            AddCredentials(request.Headers, provider);
        }

        using var response = await _invoker.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var hint = response.Headers.Location is { } location ? $"; redirects are not followed, use {location}" : "";
            throw new InvalidDataException($"{page.GetLeftPart(UriPartial.Path)} answered {(int)response.StatusCode}{hint}");
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await BoundedContent.ReadAsync(body, most, cancellationToken);
    }

    private static void AddCredentials(HttpRequestHeaders headers, ProviderConfiguration provider)
    {
        foreach (var (name, value) in provider.Headers)
        {
            _ = headers.TryAddWithoutValidation(name, value);
        }

        if (provider.ApiKey is { Length: > 0 } key)
        {
            _ = provider.Dialect switch
            {
                "anthropic" => headers.TryAddWithoutValidation("x-api-key", key),
                "gemini" => headers.TryAddWithoutValidation("x-goog-api-key", key),
                "azure-openai" => headers.TryAddWithoutValidation("api-key", key),
                _ => headers.TryAddWithoutValidation("Authorization", $"Bearer {key}"),
            };
        }
    }
}
