using System.Diagnostics.Metrics;
using Weir.Storage.Sqlite.Traces;

namespace Weir.Server.Telemetry;

/// <summary>How far behind the spans their followers are; full names begin with the meter's, as in <c>weir_traces_uncounted</c>.</summary>
internal sealed class TraceStoreMetrics : IDisposable
{
    private readonly Meter _meter = new("Weir.Traces");

    public TraceStoreMetrics(SqliteTraceStore store)
    {
        _ = _meter.CreateObservableGauge("uncounted", () => store.UncountedSpans, "{span}", "Stored spans that are not in the kept numbers yet.");
        _ = _meter.CreateObservableGauge("unindexed", () => store.UnindexedSpans, "{span}", "Stored spans whose words are not indexed yet.");
        _ = _meter.CreateObservableCounter("expired", () => store.ExpiredSpans, "{span}", "Spans that were erased for their age or their room.");
    }

    public void Dispose() => _meter.Dispose();
}
