using Weir.Tracing.Model;

namespace Weir.Tracing.Ingest;

/// <summary>What became of a batch of spans: those to store, and how many were refused and why.</summary>
/// <param name="Spans">In the order in which they were sent.</param>
/// <param name="Rejected">How many spans were refused; the sender must not send them again.</param>
/// <param name="Message">Which ones and why, for people; empty when none was refused.</param>
public sealed record IngestResult(IReadOnlyList<SpanRow> Spans, long Rejected, string Message);
