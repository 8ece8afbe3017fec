using System.Diagnostics.Metrics;
using Weir.Ledger.Contents;

namespace Weir.Server.Telemetry;

/// <summary>Whether prompts and answers that are to be kept are; the full name begins with the meter's: <c>weir_contents_lost</c>.</summary>
internal sealed class ContentMetrics : IDisposable
{
    private readonly Meter _meter = new("Weir.Contents");

    public ContentMetrics(ContentWriter writer) => _ = _meter.CreateObservableCounter(
        "lost",
        () => writer.Lost,
        "{generation}",
        "Prompts with their answers that were to be kept and are not: too many waited for the store, or it refused them.");

    public void Dispose() => _meter.Dispose();
}
