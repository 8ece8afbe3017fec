using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Gateway.Catalog;
using Weir.Gateway.Media;
using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;
using Weir.Server.Auth;
using Weir.Server.Configuration;
using Weir.Server.Endpoints.Console;
using Weir.Simulator;

namespace Weir.Server.Composition;

/// <summary>A running server: opened in the order of the data, closed in reverse.</summary>
public sealed class WeirServer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly List<object> _owned;

    private readonly SessionRegistrar _sessions;

    private WeirServer(WebApplication web, List<object> owned, SessionRegistrar sessions)
    {
        _web = web;
        _owned = owned;
        _sessions = sessions;
        Address = new Uri(web.Urls.First());
        ConsoleAddress = ServerAddress.Reachable(Address);
    }

    /// <summary>The first address that is really bound.</summary>
    public Uri Address { get; }

    /// <summary>Where a browser on this machine opens the console.</summary>
    public Uri ConsoleAddress { get; }

    /// <summary>Models in the catalogue.</summary>
    public required int ModelCount { get; init; }

    /// <summary>Whether this start made the first two keys.</summary>
    public required bool MadeKeys { get; init; }

    /// <summary>Methods and patterns of everything that is mapped; nothing of what refuses by name.</summary>
    internal IEnumerable<(string Method, string Pattern)> Served =>
        from endpoint in ((IEndpointRouteBuilder)_web).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select (method, endpoint.RoutePattern.RawText!);

    /// <summary>Starts a server; it serves when this returns.</summary>
    /// <exception cref="ConfigurationException">The configuration cannot be used; every error is in it.</exception>
    /// <exception cref="IOException">An address is taken, or the data folder cannot be used.</exception>
    /// <exception cref="InvalidDataException">The data folder was written by a newer version.</exception>
    public static async Task<WeirServer> StartAsync(WeirServerOptions options, CancellationToken cancellationToken)
    {
        var owned = new List<object>();
        try
        {
            return await StartAsync(options, owned, cancellationToken);
        }
        catch
        {
            await CloseAsync(owned);
            throw;
        }
    }

    /// <summary>An address that signs in to the console once, within ten minutes.</summary>
    /// <param name="next">The page to go on to, a path of this server; null: the first one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Uri> CreateLoginLinkAsync(string? next, CancellationToken cancellationToken) =>
        LoginAddress.Of(ConsoleAddress, (await _sessions.CreateLinkAsync(cancellationToken)).Token, next);

    /// <summary>Returns when the server has been told to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _web.WaitForShutdownAsync(cancellationToken);

    /// <summary>Ends requests in time, then stores what is queued and closes the files.</summary>
    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await CloseAsync(_owned);
    }

    private static async Task<WeirServer> StartAsync(WeirServerOptions options, List<object> owned, CancellationToken cancellationToken)
    {
        // (1) What the operator wants: all errors at once, before anything is opened.
        var configuration = options.ConfigFile is { } file ? ConfigurationReader.ReadFile(file) : new WeirConfiguration();
        RefuseComing(options);
        var source = new CatalogSource(configuration, options);
        var stamp = source.Stamp();
        var selection = source.Select(options.Warn);
        selection.Warnings.ToList().ForEach(options.Warn);

        // (2) What is on disk.
        var otlpGrpc = new OtlpGrpcBinding();
        var builder = WebBuilder.Create(options, otlpGrpc);
        var loggers = Own(owned, LoggerFactory.Create(logging => WebBuilder.AddConsole(logging)));
        var stores = Own(owned, Stores.Open(options.DataFolder, configuration, options.Time, loggers.CreateLogger<Stores>()));
        _ = await SpanRecovery.RunAsync(stores.Ledger, stores.Traces, stores.Spans, cancellationToken);

        // (3) Who may call.
        var directory = new KeyDirectory();
        var registrar = Own(owned, new KeyRegistrar(stores.Ledger, directory, options.Time));
        await ServerAddress.ForgetAsync(stores.Ledger, cancellationToken);
        var madeKeys = await FirstKeys.EnsureAsync(stores.Ledger, registrar, options, cancellationToken);
        var sessions = new SessionRegistrar(stores.Ledger, directory, options.Time);
        await sessions.LoadAsync(cancellationToken);

        // (4) What can be called: the simulator stands in when there is nobody else.
        var catalog = new CatalogState(await BuildCatalogAsync(source, selection, options, owned, cancellationToken));

        // (5) The pipeline and the addresses it is reached by.
        var parts = Own(owned, new PipelineParts(options.Time, new MediaOptions { PrivateHosts = configuration.PrivateMediaHosts }));
        var pipeline = PipelineBuilder.Build(stores, directory, catalog, parts, configuration, loggers);
        var console = new ConsoleParts(sessions, new ConsoleHosts(options.Urls, configuration.ConsoleHosts), options.Console ?? ConsoleAssets.BuiltIn);
        var routes = new Routes(stores, registrar, directory, AnonymousSenderOf(configuration, stores, options.Time), catalog, pipeline, parts, console, Own(owned, new Telemetry.PrometheusExport()), otlpGrpc, loggers);
        IHostedService[] background =
        [
            new KeyWatcher(registrar, options.Time, loggers.CreateLogger<KeyWatcher>()),
            new CatalogWatcher(source, stamp, catalog, options.Time, loggers.CreateLogger<CatalogWatcher>()),
            new CatalogPoller(configuration, options, loggers.CreateLogger<CatalogPoller>()),
        ];
        var web = Own(owned, WebBuilder.Build(builder, routes, new ConsoleGate(sessions, console.Hosts), background));
        await web.StartAsync(cancellationToken);
        var server = new WeirServer(web, owned, sessions) { ModelCount = catalog.Current.Models.Length, MadeKeys = madeKeys };
        await ServerAddress.NoteAsync(stores.Ledger, server.ConsoleAddress, cancellationToken);
        return server;
    }

    private static void RefuseComing(WeirServerOptions options)
    {
        foreach (var variable in (string[])["WEIR_DATABASE", "WEIR_CLICKHOUSE"])
        {
            if (!string.IsNullOrEmpty(options.Environment(variable)))
            {
                throw new ConfigurationException([$"{variable} is set, but this version stores everything in the data folder only. Unset it."]);
            }
        }
    }

    private static async Task<CatalogSnapshot> BuildCatalogAsync(
        CatalogSource source,
        ProviderSelection selection,
        WeirServerOptions options,
        List<object> owned,
        CancellationToken cancellationToken)
    {
        if (!source.IsSimulated(selection))
        {
            return source.Build(selection, options.Warn);
        }

        var simulator = Own(owned, await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0", TimeProvider = options.Time }, cancellationToken));
        return source.OfSimulator(simulator.BaseAddress);
    }

    private static Caller? AnonymousSenderOf(WeirConfiguration configuration, Stores stores, TimeProvider time)
    {
        if (!configuration.AnonymousTraces)
        {
            return null;
        }

        var key = new KeyRow
        {
            Hash = default,
            Label = "anonymous",
            Name = "Anonymous sender of spans",
            Kind = KeyKind.Inference,
            WorkspaceId = stores.Ledger.DefaultWorkspaceId,
            CreatedAt = time.GetUtcNow(),
        };
        return new Caller(key, new KeyUsageState(default, UtcWindows.Day(key.CreatedAt)));
    }

    private static T Own<T>(List<object> owned, T part)
        where T : notnull
    {
        owned.Add(part);
        return part;
    }

    private static async Task CloseAsync(List<object> owned)
    {
        for (var index = owned.Count - 1; index >= 0; index--)
        {
            if (owned[index] is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync();
            }
            else
            {
                (owned[index] as IDisposable)?.Dispose();
            }
        }

        owned.Clear();
    }
}
