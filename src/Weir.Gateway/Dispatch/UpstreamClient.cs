using System.Net;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Dispatch;

/// <summary>The one HTTP client towards providers: pooled, without redirects, cookies, proxies or compression.</summary>
public sealed class UpstreamClient : IDisposable
{
    private readonly HttpMessageInvoker _invoker;

    public UpstreamClient()
        : this(Handler())
    {
    }

    internal UpstreamClient(HttpMessageHandler handler) => _invoker = new HttpMessageInvoker(handler);

    private static SocketsHttpHandler Handler() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,

        // A compressed answer could not be metered event by event.
        AutomaticDecompression = DecompressionMethods.None,

        // Our own activity headers would point at spans that nobody exports.
        ActivityHeadersPropagator = null,

        // Pooled connections age, so that a provider's DNS change is followed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
        MaxConnectionsPerServer = int.MaxValue,

        // Long enough for the few bytes behind an end mark, so that the connection is used again; a stream that is given up
        // in the middle is closed instead of read on.
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(100),
        ConnectCallback = UpstreamConnector.ConnectAsync,
    };

    /// <summary>Makes the message that a request is sent as: it alone holds the body, and lets go of it when it has been sent.</summary>
    /// <param name="provider">Whom it goes to.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="room">The room of the caller's body; null when there is none.</param>
    internal static HttpRequestMessage Message(ProviderEntry provider, UpstreamRequest request, BodyRoom? room = null)
    {
        var message = new HttpRequestMessage(request.Method, provider.AddressOf(request.Path))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = request.Method == HttpMethod.Get ? null : new UpstreamContent(request, room ?? BodyRoom.None),
        };
        message.Options.Set(UpstreamConnector.ConnectTimeout, provider.Timeouts.Connect);
        foreach (var (name, value) in request.Headers)
        {
            _ = message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>Sends a message and returns when the response headers are there.</summary>
    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) => _invoker.SendAsync(message, cancellationToken);

    /// <summary>The body of an answer, under the eyes of the attempt's clock.</summary>
    internal static async Task<Stream> OpenBodyAsync(HttpResponseMessage response, AttemptDeadline deadline) =>
        new WatchedStream(await response.Content.ReadAsStreamAsync(deadline.Token), deadline);

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();
}
