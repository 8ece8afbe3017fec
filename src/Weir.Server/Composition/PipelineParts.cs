using Weir.Gateway.Byok;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Health;
using Weir.Gateway.Media;
using Weir.Gateway.ResponseCache;
using Weir.Gateway.Routing;
using Weir.Gateway.Stages;
using Weir.Gateway.Telemetry;
using Weir.Ledger.Admission;
using Weir.Ledger.Keys;
using Weir.Ledger.Providers;
using Weir.Ledger.Workspaces;
using Weir.Tracing.Ingest;

namespace Weir.Server.Composition;

/// <summary>What lives as long as the server and is shared by the stages.</summary>
internal sealed class PipelineParts(TimeProvider time, MediaOptions media, Governance governance, GuardrailPolicies guardrails, SettingsState settings) : IDisposable
{
    public required ByokExpansion Byok { get; init; }

    /// <summary>What bodies of requests take up in memory, together.</summary>
    public required ByteBudget Bodies { get; init; }

    /// <summary>Providers that the operator has switched off.</summary>
    public ProviderSwitches Switches { get; } = governance.Switches;

    public TimeProvider Time { get; } = time;
    public UpstreamClient Upstream { get; } = new();
    public MediaFetcher Media { get; } = new(media, time);
    public ResponseCacheState Answers { get; } = new(settings.Current.Configuration.CacheBytes, time);
    public GatewayMetrics Metrics { get; } = new();
    public LedgerHealthState Health { get; } = new(() => settings.Current.Configuration.ServesUnrecorded);
    public AdmissionState Admission { get; } = governance.Admission;
    public WorkspaceDirectory Workspaces { get; } = governance.Directory;
    public RateLimitState Rates { get; } = new(() => settings.Current.Configuration.Limits, time);
    public GuardrailPolicies Guardrails { get; } = guardrails;
    public DatasetLimitState DatasetRates { get; } = new(() => settings.Current.Configuration.Limits, time);
    public HealthDirectory EndpointHealth { get; } = new(time, Random.Shared);
    public RecoveryProbe Probe => field ??= new RecoveryProbe(Upstream, EndpointHealth, Time) { Switches = Switches };

    /// <summary>Whom all calls count as on a server that asks for no keys; null: keys are asked for.</summary>
    public Caller? Everybody { get; init; }

    public StickyState Conversations { get; } = new(time);

    /// <summary>Keeps conversations where their prompt caches are.</summary>
    public StickyRouting Sticky() => new(Conversations, candidate => EndpointHealth.Read(candidate.Model, candidate.Endpoint).IsBlocked);

    /// <summary>Routes by a catalogue as it changes.</summary>
    public RouteStage RouteBy(CatalogState catalog, StickyRouting sticky) =>
        new(catalog, new RoutePlanner(EndpointHealth, Random.Shared), sticky, Workspaces, Byok) { Switches = Switches };

    /// <inheritdoc/>
    public void Dispose()
    {
        Upstream.Dispose();
        Media.Dispose();
        Metrics.Dispose();
    }
}
