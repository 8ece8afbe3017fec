using System.Diagnostics.Metrics;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Ingest;

namespace Weir.Server.Telemetry;

/// <summary>How far behind the spans their followers are, and what is gone; full names begin with the meter's, as in <c>weir_traces_uncounted</c>.</summary>
internal sealed class TraceStoreMetrics : IDisposable
{
    private readonly Meter _meter = new("Weir.Traces");

    public TraceStoreMetrics(SqliteTraceStore store, SpanWriter writer)
    {
        _ = _meter.CreateObservableGauge("uncounted", () => store.UncountedSpans, "{span}", "Stored spans that are not in the kept numbers yet.");
        _ = _meter.CreateObservableGauge("unindexed", () => store.UnindexedSpans, "{span}", "Stored spans whose words are not indexed yet.");
        _ = _meter.CreateObservableGauge("pending", () => writer.PendingBytes, "By", "Spans on their way to the store.");
        _ = _meter.CreateObservableCounter("dead_lettered", () => writer.DeadLetteredSpans, "{span}", "Spans that the store did not take; they are in a dead-letter file.");
        _ = _meter.CreateObservableCounter("expired", () => store.ExpiredSpans, "{span}", "Spans that were erased for their age or their room.");
    }

    public void Dispose() => _meter.Dispose();
}
