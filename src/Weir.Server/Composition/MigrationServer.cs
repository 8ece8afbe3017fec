using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints;
using Weir.Storage.Sqlite.Database;

namespace Weir.Server.Composition;

/// <summary>Answers at the server's addresses while a large file is brought to a newer form: it lives, it does not serve yet, and how far it is.</summary>
/// <remarks>
/// Begins with the first word about a migration, which one that is done in a moment never says, and ends before the server takes its addresses. Without a
/// host: signals stay with the process, and nothing of the server is made before its data is open. That it cannot listen is the server's to say, in its turn.
/// </remarks>
internal sealed class MigrationServer(WeirServerOptions options, ILoggerFactory loggers) : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private static readonly TimeSpan ComeBackIn = TimeSpan.FromSeconds(10);

    private KestrelServer? _kestrel;
    private Task _started = Task.CompletedTask;
    private volatile MigrationProgress? _progress;

    /// <summary>How far it is. On the thread that migrates, which never waits for this server.</summary>
    public void Tell(MigrationProgress progress)
    {
        _progress = progress;
        if (_kestrel is null)
        {
            _kestrel = Create();
            _started = _kestrel.StartAsync(this, CancellationToken.None);
        }
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context)
    {
        var progress = _progress!;
        var text = $"{progress.File} is brought from form {progress.From} to {progress.To}: {progress.Percent} %";
        context.Response.Headers.CacheControl = "no-store";
        switch (context.Request.Path.Value)
        {
            case "/healthz":
                return PlainText.WriteAsync(context, StatusCodes.Status200OK, "ok");
            case "/readyz":
                context.Response.Headers.RetryAfter = $"{ComeBackIn.TotalSeconds:0}";
                return PlainText.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, text);
            default:
                return ErrorResponse.WriteAsync(context, GatewayError.Gateway(GatewayErrorCode.RecordUnavailable, $"The server does not serve yet: {text}.") with { RetryAfter = ComeBackIn });
        }
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    /// <summary>Gives the addresses back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _kestrel, null) is not { } kestrel)
        {
            return;
        }

        try
        {
            await _started;
            await kestrel.StopAsync(new CancellationToken(canceled: true));
        }
        catch (IOException)
        {
            // The addresses are taken: the server says so when it wants them.
        }

        kestrel.Dispose();
    }

    private KestrelServer Create()
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        Listeners.BindHttp(kestrel, options);
        return new KestrelServer(Options.Create(kestrel), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers), loggers);
    }
}
