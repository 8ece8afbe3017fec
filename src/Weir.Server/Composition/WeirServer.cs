using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Gateway.Byok;
using Weir.Gateway.Catalog;
using Weir.Gateway.Media;
using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;
using Weir.Server.Auth;
using Weir.Server.Configuration;
using Weir.Server.Endpoints.Console;
using Weir.Tracing.Ingest;

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
        LoginAddress.Of(ConsoleAddress, (await _sessions.CreateLinkAsync(userId: null, cancellationToken)).Token, next);

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
        var file = options.ConfigFile is { } path ? new ConfigFile(path, isOptional: !options.IsConfigFileRequired) : null;
        var configuration = file?.ReadFirst() ?? new WeirConfiguration();
        RefuseComing(options);
        Listeners.RefuseOpenToOthers(options, configuration.Mode);
        if (file is { CanBeWatched: false })
        {
            options.Warn($"{options.ConfigFile} is a pipe or the like, which can be read only once: what is changed in it takes effect after a restart.");
        }

        // (2) What is on disk.
        var otlpGrpc = new OtlpGrpcBinding();
        var builder = WebBuilder.Create(options, otlpGrpc);
        var loggers = Own(owned, LoggerFactory.Create(logging => WebBuilder.AddConsole(logging)));
        var stores = await OpenAsync(options, configuration, owned, loggers);
        if (configuration.Mode == ServerMode.Full)
        {
            _ = await SpanRecovery.RunAsync(stores.Ledger, stores.Traces, stores.Spans, cancellationToken);
        }

        // (3) Who may call.
        var directory = new KeyDirectory();
        var registrar = Own(owned, new KeyRegistrar(stores.Ledger, directory, options.Time));
        await ServerAddress.ForgetAsync(stores.Ledger, cancellationToken);
        var madeKeys = await FirstKeys.EnsureAsync(stores.Ledger, registrar, options, cancellationToken);
        var governance = Own(owned, await Governance.LoadAsync(stores.Ledger, directory, options.Time, cancellationToken));
        var providerKeys = Own(owned, await LocalSecrets.LoadAsync(stores.Ledger, new SecretKeyFile(options.DataFolder, options.Environment), cancellationToken));
        var organization = Own(owned, await OrganizationParts.LoadAsync(stores.Ledger, registrar, directory, governance, options.Time, cancellationToken));
        var sessions = new SessionRegistrar(stores.Ledger.Sessions, stores.Ledger.DefaultWorkspaceId, directory, organization.Directory, options.Time);
        await sessions.LoadAsync(cancellationToken);

        // (4) What can be called: the simulator stands in when there is nobody else.
        var source = new CatalogSource(options, Own(owned, new StandIn(options.Time)), providerKeys);
        var imports = source.Stamp();
        var catalog = new CatalogState(await source.BuildAsync(configuration, options.Warn, cancellationToken));
        var settings = new SettingsState(new ServerSettings(configuration, options.Urls));
        var running = new RunningState(settings, catalog);
        var reload = Own(owned, new ReloadState(options.Time.GetUtcNow()));

        // (5) The pipeline and the addresses it is reached by.
        var nobody = AnonymousCaller.Of(stores, options.Time);
        var media = new MediaOptions { PrivateHosts = () => settings.Current.MediaHosts };
        var parts = Own(owned, new PipelineParts(options.Time, media, governance, governance.PoliciesIn(configuration.Mode), settings)
        {
            Byok = new ByokExpansion(providerKeys, () => settings.Current.Configuration.ByokFeeShare),
            Bodies = new ByteBudget(options.BodyBytes),
            Everybody = configuration.Mode == ServerMode.Bare ? nobody : null,
        });
        var pipeline = PipelineBuilder.Build(stores, directory, running, governance.Directory, parts, loggers);
        var console = new ConsoleParts(sessions, settings, Own(owned, new OidcParts(organization.Registrar, sessions, options.Time)), options.Environment, options.Console ?? ConsoleAssets.BuiltIn, options.ConfigFile);
        var notifications = Own(owned, await NotificationParts.LoadAsync(stores.Ledger, directory, governance, settings, options, loggers, cancellationToken));
        Caller? Anonymous() => settings.Current.Configuration.AnonymousTraces ? nobody : null;
        var routes = new Routes(stores, registrar, directory, governance, organization, notifications, providerKeys, Anonymous, catalog, reload, pipeline, parts, console, Own(owned, new Telemetry.MetricsExport()), otlpGrpc, loggers);
        IHostedService[] background =
        [
            new KeyWatcher(registrar, governance.Credits, options.Time, loggers.CreateLogger<KeyWatcher>()),
            new Reloader(file is { CanBeWatched: true } ? file : null, source, imports, running, reload, options, loggers.CreateLogger<Reloader>()),
            new LedgerProbe(stores.Ledger, parts.Health, options.Time, loggers.CreateLogger<LedgerProbe>()),
            new UsageRoller(stores.Ledger.Usage, options.Time, loggers.CreateLogger<UsageRoller>()),
            new ContentSweeper(stores.Contents, settings, options.Time, loggers.CreateLogger<ContentSweeper>()),
            new CircuitProber(parts.Probe, running, options.Time, loggers.CreateLogger<CircuitProber>()),
            new CatalogPoller(settings, options, loggers.CreateLogger<CatalogPoller>()),
            notifications.Notifier,
        ];
        var web = Own(owned, WebBuilder.Build(builder, routes, new ConsoleGate(sessions, governance.Directory, console.Hosts), organization.Policy, background));
        await web.StartAsync(cancellationToken);
        var server = new WeirServer(web, owned, sessions) { ModelCount = catalog.Current.Models.Length, MadeKeys = madeKeys };
        await ServerAddress.NoteAsync(stores.Ledger, server.ConsoleAddress, cancellationToken);
        return server;
    }

    // To bring a large folder to a newer form takes minutes, in which whoever watches the server must see that it lives.
    private static async Task<Stores> OpenAsync(WeirServerOptions options, WeirConfiguration configuration, List<object> owned, ILoggerFactory loggers)
    {
        await using var meanwhile = new MigrationServer(options, loggers);
        return Own(owned, Stores.Open(options, configuration, meanwhile.Tell, loggers.CreateLogger<Stores>()));
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
