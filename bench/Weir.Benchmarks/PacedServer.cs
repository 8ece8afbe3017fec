using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Weir.Benchmarks;

/// <summary>Streams one answer on loopback, a chunk at a time, and remembers when it sent each.</summary>
internal sealed class PacedServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly long[] _sent;
    private readonly Task _serving;

    public PacedServer(int chunks, TimeSpan pace)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _sent = new long[chunks];
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _serving = ServeAsync(pace);
    }

    public Uri Address { get; }

    /// <summary>Timestamp of when a chunk was sent.</summary>
    public long SentAt(int chunk) => Volatile.Read(ref _sent[chunk]);

    public void Dispose()
    {
        _serving.GetAwaiter().GetResult();
        _listener.Close();
    }

    private async Task ServeAsync(TimeSpan pace)
    {
        var context = await _listener.GetContextAsync().ConfigureAwait(false);
        context.Response.ContentType = "text/event-stream";
        context.Response.SendChunked = true;
        var chunk = """
            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"small","choices":[{"index":0,"delta":{"content":" word"},"finish_reason":null}]}


            """u8.ToArray();
        for (var i = 0; i < _sent.Length; i++)
        {
            await Task.Delay(pace).ConfigureAwait(false);
            Volatile.Write(ref _sent[i], Stopwatch.GetTimestamp());
            await context.Response.OutputStream.WriteAsync(chunk).ConfigureAwait(false);
            await context.Response.OutputStream.FlushAsync().ConfigureAwait(false);
        }

        await context.Response.OutputStream.WriteAsync("data: [DONE]\n\n"u8.ToArray()).ConfigureAwait(false);
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
