using Microsoft.AspNetCore.Http;
using Prometheus;

namespace Weir.Server.Telemetry;

/// <summary>Shows the server's meters in the Prometheus text format.</summary>
internal sealed class PrometheusExport : IDisposable
{
    private readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();
    private readonly IDisposable _adapter;

    public PrometheusExport() => _adapter = MeterAdapter.StartListening(new MeterAdapterOptions
    {
        Registry = _registry,
        MetricsExpireAfter = TimeSpan.FromDays(1),
        MetricFactory = Metrics.WithCustomRegistry(_registry),
        InstrumentFilterPredicate = instrument => instrument.Meter.Name.StartsWith("Weir.", StringComparison.Ordinal),
    });

    public Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = PrometheusConstants.TextContentType;
        return _registry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
    }

    /// <inheritdoc/>
    public void Dispose() => _adapter.Dispose();
}
