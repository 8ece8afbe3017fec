using Weir.Tracing.Model;

namespace Weir.Tracing.Ingest;

/// <summary>Where spans go, our own and those sent to us.</summary>
/// <remarks>Bounded in bytes: a full queue makes both methods wait. Nothing that was accepted is dropped. Safe for any number of callers.</remarks>
public interface ISpanSink
{
    /// <summary>Returns when the spans are accepted; they are stored soon after.</summary>
    ValueTask WriteAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken);

    /// <summary>Returns when the spans are stored as durably as configured; for senders who are told that they are.</summary>
    /// <exception cref="IOException">They could not be stored.</exception>
    Task StoreAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken);
}
