using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Weir.Simulator.Delivery;

/// <summary>Breaks the TCP connection of a request: with a reset, or by closing it in the middle of a response.</summary>
/// <remarks>
/// Seen with a raw client on Linux: Kestrel's abort is a reset (RST), and throws away what is still queued in the process and in the kernel;
/// completing the transport's output sends everything and then closes (FIN).
/// </remarks>
internal static class ConnectionBreak
{
    private static readonly TimeSpan ClientTime = TimeSpan.FromSeconds(5);

    /// <summary>RST, and not a byte before it.</summary>
    public static void Reset(HttpContext http)
    {
        // The abort resets already; the option holds the kernel to it whatever way the socket is closed.
        if (SocketOf(http) is { } socket)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        http.Abort();
    }

    /// <summary>The headers of a good response, then RST.</summary>
    public static void ResetAfterHeaders(HttpContext http, string contentType)
    {
        // Past Kestrel and straight to the kernel: its own writes are queued, and the reset would overtake them.
        SocketOf(http)?.Send(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nTransfer-Encoding: chunked\r\n\r\n"));
        Reset(http);
    }

    /// <summary>Everything written so far, then FIN without the end of the response.</summary>
    public static async Task CloseAsync(HttpContext http, TimeProvider clock, CancellationToken ct)
    {
        if (http.Features.Get<IConnectionTransportFeature>() is { } connection)
        {
            await connection.Transport.Output.CompleteAsync();
        }

        // Returning would make Kestrel write the end of the response, and aborting at once would be a reset: wait until the connection is gone.
        try
        {
            await Task.Delay(ClientTime, clock, ct);
        }
        catch (OperationCanceledException)
        {
            // It is gone, or the server is stopping.
        }

        http.Abort();
    }

    private static Socket? SocketOf(HttpContext http) => http.Features.Get<IConnectionSocketFeature>()?.Socket;
}
