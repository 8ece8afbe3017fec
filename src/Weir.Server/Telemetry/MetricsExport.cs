using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Telemetry;

/// <summary>Adds up what the server's meters measure, and shows it in the Prometheus text format.</summary>
/// <remarks>
/// <code>
/// # HELP weir_gateway_attempts Calls of providers, by provider and what they came to.
/// # TYPE weir_gateway_attempts counter
/// weir_gateway_attempts{provider="acme",outcome="ok"} 4
/// </code>
/// Of its own and not of a library, because a request makes some twenty measurements: docs/decisions/030-metrics-of-our-own.md.
/// Source of the format: https://prometheus.io/docs/instrumenting/exposition_formats/.
/// </remarks>
internal sealed class MetricsExport : IDisposable
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly MeterListener _listener = new();

    // By the name they are shown under. Bounded by the instruments of the code.
    private readonly ConcurrentDictionary<string, InstrumentState> _instruments = new();
    private readonly Lock _collecting = new();

    public MetricsExport()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith("Weir.", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument, _instruments.GetOrAdd(InstrumentState.NameOf(instrument), static (name, made) => new InstrumentState(name, made), instrument));
            }
        };
        _listener.SetMeasurementEventCallback<int>(static (_, number, tags, state) => ((InstrumentState)state!).Record(number, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, number, tags, state) => ((InstrumentState)state!).Record(number, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, number, tags, state) => ((InstrumentState)state!).Record(number, tags));
        _listener.Start();
    }

    public Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = ContentType;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Text()), context.RequestAborted).AsTask();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private string Text()
    {
        // What is asked for when it is shown begins anew each time: an endpoint that is gone is not shown any more.
        lock (_collecting)
        {
            foreach (var instrument in _instruments.Values)
            {
                instrument.BeginCollection();
            }

            _listener.RecordObservableInstruments();
            var text = new StringBuilder();
            foreach (var instrument in _instruments.Values.OrderBy(instrument => instrument.Name, StringComparer.Ordinal))
            {
                instrument.Write(text);
            }

            return text.ToString();
        }
    }
}
