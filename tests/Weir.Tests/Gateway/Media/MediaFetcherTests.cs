using System.Net;
using System.Net.Sockets;
using System.Text;
using Weir.Gateway.Media;
using Xunit;

namespace Weir.Tests.Gateway.Media;

/// <summary>Fetching from servers that mean no good.</summary>
public sealed class MediaFetcherTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Image_IsKnownByItsBytes_NotByWhatIsDeclared()
    {
        using var host = new RawHost(Head("text/html", Png.Length), Png);

        var media = await FetchAsync(host, MediaKind.Image);

        Assert.Equal("image/png", media.MediaType);
        Assert.Equal(Png, media.Bytes.ToArray());
        var request = await host.Request;
        Assert.StartsWith("GET /a.png HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Equal(["Host", "User-Agent", "Accept", "Accept-Encoding"], request.Split("\r\n")[1..^2].Select(line => line.Split(':')[0]));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n<html>not a picture</html>", "unknown type (declared as 'image/png')")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", "compressed content (gzip)")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", "larger than 1 MiB")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "is empty")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "status 404")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/a.png\r\nContent-Length: 0\r\n\r\n", MediaGuard.NotReachable)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n", MediaGuard.NotReachable)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", "not an http")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /a.png\r\nContent-Length: 0\r\n\r\n", "more than 3 times")]
    [InlineData("not http at all\r\n\r\n", MediaGuard.NotReachable)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", MediaGuard.NotReachable)]
    public async Task WrongAnswer_IsRefused(string answer, string reason)
    {
        using var host = new RawHost(answer, []);

        var refused = await Assert.ThrowsAsync<MediaException>(() => FetchAsync(host, MediaKind.Image));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndlessBody_StopsAtTheBound()
    {
        using var host = new RawHost("HTTP/1.1 200 OK\r\n\r\n", new byte[1024 * 1024 + 1]);

        var refused = await Assert.ThrowsAsync<MediaException>(() => FetchAsync(host, MediaKind.Image));

        Assert.Contains("larger than 1 MiB", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SilentHost_EndsWithTheTime()
    {
        using var host = new RawHost("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n", [], staysOpen: true);

        var refused = await Assert.ThrowsAsync<MediaException>(() => FetchAsync(host, MediaKind.Image, TimeSpan.FromMilliseconds(300)));

        Assert.Contains("within 0.3 s", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", "10.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData]
    public async Task NameWithAPrivateAddress_IsRefusedLikeAnUnknownOne(params string[] addresses)
    {
        var options = new MediaOptions { Resolve = (_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse)) };
        using var fetcher = new MediaFetcher(options, TimeProvider.System);

        var refused = await Assert.ThrowsAsync<MediaException>(() => fetcher.FetchAsync("http://example.com/a.png", MediaKind.Image, CancellationToken.None));

        Assert.Equal(MediaGuard.NotReachable, refused.Message);
    }

    [Fact]
    public async Task Name_IsResolvedOnce_AndWhatWasCheckedIsDialled()
    {
        using var host = new RawHost(Head("image/png", Png.Length), Png);
        var asked = 0;
        var options = new MediaOptions
        {
            PrivateHosts = () => new MediaHosts(["lab.example"]),
            Resolve = (_, _) => Task.FromResult(new[] { ++asked == 1 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1") }),
        };
        using var fetcher = new MediaFetcher(options, TimeProvider.System);

        _ = await fetcher.FetchAsync($"http://lab.example:{host.Port}/a.png", MediaKind.Image, CancellationToken.None);

        Assert.Equal(1, asked);
    }

    private static string Head(string type, int length) => $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n\r\n";

    private static async Task<FetchedMedia> FetchAsync(RawHost host, MediaKind kind, TimeSpan? patience = null)
    {
        var options = new MediaOptions { PrivateHosts = () => new MediaHosts(["127.0.0.1"]), LargestItem = 1024 * 1024, Patience = patience ?? TimeSpan.FromSeconds(10) };
        using var fetcher = new MediaFetcher(options, TimeProvider.System);
        return await fetcher.FetchAsync($"http://127.0.0.1:{host.Port}/a.png", kind, CancellationToken.None);
    }

    /// <summary>Answers every connection on loopback with the same bytes.</summary>
    private sealed class RawHost : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource<string> _request = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public RawHost(string head, byte[] body, bool staysOpen = false)
        {
            _listener.Start();
            _ = ServeAsync([.. Encoding.ASCII.GetBytes(head), .. body], staysOpen);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public Task<string> Request => _request.Task;

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(byte[] answer, bool staysOpen)
        {
            var open = new List<TcpClient>();
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync();
                    open.Add(client);
                    var buffer = new byte[4096];
                    var read = await client.GetStream().ReadAsync(buffer);
                    _ = _request.TrySetResult(Encoding.ASCII.GetString(buffer, 0, read));
                    await client.GetStream().WriteAsync(answer);
                    if (!staysOpen)
                    {
                        client.Client.Shutdown(SocketShutdown.Send);
                    }
                }
            }
            catch (Exception over) when (over is SocketException or IOException or ObjectDisposedException)
            {
                open.ForEach(client => client.Dispose());
            }
        }
    }
}
