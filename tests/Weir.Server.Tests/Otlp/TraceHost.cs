using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Weir.Ledger.Keys;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Otlp;
using Weir.Server.Endpoints.Traces;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Ingest;
using Weir.Tracing.Live;
using Weir.Tracing.Model;

namespace Weir.Server.Tests.Otlp;

/// <summary>The trace endpoints over a real store on loopback: one port for HTTP, one for gRPC.</summary>
internal sealed class TraceHost : IAsyncDisposable, ISpanSink
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weir-test-").FullName;
    private readonly SqliteTraceStore _store;
    private readonly SpanWriter _writer;
    private readonly WebApplication _app;

    private TraceHost(IngestLimits limits)
    {
        _store = SqliteTraceStore.Open(Path.Combine(_folder, "traces.db"), Durability.Os, TimeProvider.System);
        _writer = new SpanWriter(_store, new TraceFeed(), new SpanWriterOptions { DeadLetterFolder = Path.Combine(_folder, "dead") }, TimeProvider.System, _ => { });
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        _app = builder.Build();
        var authenticator = new RequestAuthenticator(Keys(), TimeProvider.System, anonymousSender: () => null);
        var ingest = new OtlpIngest(new OtlpTraceReader(limits), this, limits, TimeProvider.System, NullLogger<OtlpIngest>.Instance);
        new OtlpHttpEndpoint(authenticator, ingest).Map(_app);
        new OtlpGrpcEndpoint(authenticator, ingest, limits).Map(_app);
        new ProjectEndpoints(authenticator, _store).Map(_app);
        new SpanEndpoints(authenticator, _store).Map(_app);
    }

    public string Key { get; } = KeyText.New();

    /// <summary>A management key of another workspace.</summary>
    public string OtherKey { get; } = KeyText.New();

    public HttpClient Client { get; private set; } = null!;

    public Uri Http { get; private set; } = null!;

    public Uri Grpc { get; private set; } = null!;

    /// <summary>Whether the store refuses spans.</summary>
    public bool StoreFails { get; set; }

    public static async Task<TraceHost> StartAsync(IngestLimits? limits = null)
    {
        var host = new TraceHost(limits ?? IngestLimits.Default);
        await host._app.StartAsync();
        var addresses = host._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        host.Http = new Uri(addresses[0]);
        host.Grpc = new Uri(addresses[1]);
        host.Client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = host.Http };
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", host.Key);
        return host;
    }

    public ValueTask WriteAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken) => _writer.WriteAsync(spans, cancellationToken);

    public Task StoreAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken) =>
        StoreFails ? throw new IOException("disk full") : _writer.StoreAsync(spans, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _writer.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private KeyDirectory Keys()
    {
        var keys = new KeyDirectory();
        keys.Load([Row(Key, KeyKind.Inference, 1), Row(OtherKey, KeyKind.Management, 2)], new Dictionary<KeyHash, Spend>(), new DateOnly(2026, 1, 1));
        return keys;

        static KeyRow Row(string text, KeyKind kind, byte workspace) => new()
        {
            Hash = KeyHash.Of(text),
            Label = KeyText.Label(text),
            Name = "test",
            Kind = kind,
            WorkspaceId = new Guid(workspace, 0, 0, new byte[8]),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
    }
}
