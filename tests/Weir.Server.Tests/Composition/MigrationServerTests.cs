using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Weir.Server.Composition;
using Weir.Storage.Sqlite.Database;
using Xunit;

namespace Weir.Server.Tests.Composition;

/// <summary>What a server answers while a large file is brought to a newer form.</summary>
public sealed class MigrationServerTests : IAsyncDisposable
{
    private readonly int _port = FreePort();
    private readonly HttpClient _client = new(new SocketsHttpHandler());
    private readonly MigrationServer _server;

    public MigrationServerTests() => _server = new MigrationServer(new WeirServerOptions { Urls = $"http://127.0.0.1:{_port}" }, NullLoggerFactory.Instance);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
    }

    [Fact]
    public async Task Health_WhileItRuns_LivesAndIsNotReadyAndSaysHowFar()
    {
        _server.Tell(Progress(1));

        using var lives = await _client.GetAsync(Address("/healthz"));
        using var first = await _client.GetAsync(Address("/readyz"));
        _server.Tell(Progress(3));
        using var later = await _client.GetAsync(Address("/readyz"));

        Assert.Equal(HttpStatusCode.OK, lives.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), first.Headers.RetryAfter!.Delta);
        Assert.Equal("traces.db is brought from form 5 to 6: 25 %\n", await first.Content.ReadAsStringAsync());
        Assert.Contains("75 %", await later.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/models")]
    [InlineData("/v1/traces")]
    [InlineData("/")]
    public async Task AnythingElse_WhileItRuns_IsToComeBack(string path)
    {
        _server.Tell(Progress(1));

        using var answer = await _client.PostAsync(Address(path), new StringContent("{}"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter!.Delta);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains("25 %", body.RootElement.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_GivesTheAddressBack()
    {
        _server.Tell(Progress(1));
        using (await _client.GetAsync(Address("/healthz")))
        {
            await _server.DisposeAsync();
        }

        using var next = new TcpListener(IPAddress.Loopback, _port);
        next.Start();
    }

    [Fact]
    public async Task NothingToDo_NothingListens()
    {
        using var other = new TcpListener(IPAddress.Loopback, _port);

        other.Start();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task AddressTaken_IsLeftToTheServerToSay()
    {
        using var other = new TcpListener(IPAddress.Loopback, _port);
        other.Start();

        _server.Tell(Progress(1));
        _server.Tell(Progress(2));
        await _server.DisposeAsync();
    }

    private static MigrationProgress Progress(int done) => new("traces.db", 5, 6, done, 4, TimeSpan.FromSeconds(5));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Uri Address(string path) => new($"http://127.0.0.1:{_port}{path}");
}
