using System.Net.Sockets;

namespace Weir.Gateway.Dispatch;

/// <summary>Opens the connections of <see cref="UpstreamClient"/>, each within its provider's own limit.</summary>
internal static class UpstreamConnector
{
    /// <summary>Where a request says how long its connection may take.</summary>
    public static readonly HttpRequestOptionsKey<TimeSpan> ConnectTimeout = new("weir.connect");

    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var limit = context.InitialRequestMessage.Options.TryGetValue(ConnectTimeout, out var timeout) ? timeout : Timeout.InfiniteTimeSpan;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);

        // NoDelay: an event is one small packet, and waiting to fill it costs 40 ms.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, deadline.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"No connection within {limit.TotalSeconds:0.#} s.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
