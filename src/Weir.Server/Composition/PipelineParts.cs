using Weir.Gateway.Dispatch;
using Weir.Gateway.Health;
using Weir.Gateway.Media;
using Weir.Gateway.ResponseCache;
using Weir.Gateway.Routing;
using Weir.Gateway.Stages;
using Weir.Gateway.Telemetry;
using Weir.Ledger.Admission;
using Weir.Ledger.Keys;

namespace Weir.Server.Composition;

/// <summary>What lives as long as the server and is shared by the stages.</summary>
internal sealed class PipelineParts(TimeProvider time, MediaOptions media, AdmissionState admission, Func<RateLimits> limits, long cacheBytes) : IDisposable
{
    public TimeProvider Time { get; } = time;
    public UpstreamClient Upstream { get; } = new();
    public MediaFetcher Media { get; } = new(media, time);
    public ResponseCacheState Answers { get; } = new(cacheBytes, time);
    public GatewayMetrics Metrics { get; } = new();
    public LedgerHealthState Health { get; } = new(time);
    public AdmissionState Admission { get; } = admission;
    public RateLimitState Rates { get; } = new(limits, time);
    public HealthDirectory EndpointHealth { get; } = new(time, Random.Shared);
    /// <summary>Whom all calls count as on a server that asks for no keys; null: keys are asked for.</summary>
    public Caller? Everybody { get; init; }

    public StickyState Conversations { get; } = new(time);

    /// <inheritdoc/>
    public void Dispose()
    {
        Upstream.Dispose();
        Media.Dispose();
        Metrics.Dispose();
    }
}
