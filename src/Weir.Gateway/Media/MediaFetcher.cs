using System.Net;
using System.Net.Sockets;

namespace Weir.Gateway.Media;

/// <summary>Fetches content that callers name by an address, for dialects that take only the content itself.</summary>
/// <remarks>
/// Nothing of the caller goes along: no credential, no cookie, no header. Each redirect is checked like the first address. A
/// connection is used once, so that each is dialled under the eyes of <see cref="MediaGuard"/>.
/// </remarks>
public sealed class MediaFetcher : IDisposable
{
    private const int MostRedirects = 3;
    private const int HeaderKilobytes = 16;

    private readonly MediaGuard _guard;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _invoker;
    private readonly SemaphoreSlim _places;

    public MediaFetcher(MediaOptions options, TimeProvider time)
    {
        Options = options;
        _time = time;
        _guard = new MediaGuard(options);
        _places = new SemaphoreSlim(options.AtOnce);
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,

            // A small compressed answer could unfold without end.
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = HeaderKilobytes,
            PooledConnectionLifetime = TimeSpan.Zero,
            ResponseDrainTimeout = TimeSpan.Zero,
            ConnectCallback = _guard.ConnectAsync,
        });
    }

    public MediaOptions Options { get; }

    /// <summary>Fetches one item.</summary>
    /// <param name="text">The address as the caller wrote it.</param>
    /// <param name="kind">What it must turn out to be.</param>
    /// <param name="cancellationToken">Fires when nobody waits for it any more.</param>
    /// <exception cref="MediaException">It is not fetched, or not what it should be.</exception>
    public async Task<FetchedMedia> FetchAsync(string text, MediaKind kind, CancellationToken cancellationToken)
    {
        var url = _guard.Check(text);
        using var timer = new CancellationTokenSource(Options.Patience, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await _places.WaitAsync(linked.Token);
            try
            {
                return await FollowAsync(url, kind, linked.Token);
            }
            finally
            {
                _ = _places.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MediaException($"did not answer completely within {Options.Patience.TotalSeconds:0.#} s");
        }
        catch (Exception failure) when (failure is HttpRequestException or SocketException or IOException)
        {
            throw failure.InnerException as MediaException ?? new MediaException(MediaGuard.NotReachable);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _invoker.Dispose();
        _places.Dispose();
    }

    private async Task<FetchedMedia> FollowAsync(Uri url, MediaKind kind, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var response = await _invoker.SendAsync(RequestTo(url), cancellationToken);
            if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect && response.Headers.Location is { } next)
            {
                url = _guard.Check(Uri.TryCreate(url, next, out var target) ? target.AbsoluteUri : "");
                continue;
            }

            return await MediaReader.ReadAsync(response, kind, Options, cancellationToken);
        }

        throw new MediaException($"is redirected more than {MostRedirects} times");
    }

    private static HttpRequestMessage RequestTo(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        _ = request.Headers.TryAddWithoutValidation("User-Agent", "Weir-Media/1.0");
        _ = request.Headers.TryAddWithoutValidation("Accept", "*/*");
        _ = request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        return request;
    }
}
