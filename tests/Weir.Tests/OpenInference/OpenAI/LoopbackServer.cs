using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Weir.Tests.OpenInference.OpenAI;

/// <summary>A raw HTTP server on loopback that answers each request with whatever bytes a test writes.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<LoopbackRequest, NetworkStream, Task> _answer;
    private readonly Task _loop;

    public LoopbackServer(Func<LoopbackRequest, NetworkStream, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = ServeAsync();
    }

    public List<LoopbackRequest> Requests { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public static LoopbackServer Json(int status, string body) => new((_, stream) => WriteJsonAsync(stream, status, body));

    public static LoopbackServer Sse(params string[] events) => new(async (_, stream) =>
    {
        await StartSseAsync(stream);
        await WriteChunkAsync(stream, string.Concat(events.Select(static e => e + "\n\n")));
        await WriteChunkAsync(stream, "");
    });

    public static Task WriteJsonAsync(Stream stream, int status, string body) => WriteAsync(
        stream,
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {Encoding.UTF8.GetByteCount(body)}\r\nconnection: close\r\n\r\n{body}"));

    public static Task StartSseAsync(Stream stream) =>
        WriteAsync(stream, "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n");

    /// <summary>Writes one HTTP chunk; an empty one ends the body.</summary>
    public static Task WriteChunkAsync(Stream stream, string text) =>
        WriteAsync(stream, string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n"));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private static async Task WriteAsync(Stream stream, string text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        await stream.FlushAsync();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                client.NoDelay = true;
                await using var stream = client.GetStream();
                var request = await LoopbackRequest.ReadAsync(stream, _stop.Token);
                lock (Requests)
                {
                    Requests.Add(request);
                }

                await _answer(request, stream);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client went away, or the test is over.
            }
        }
    }
}
