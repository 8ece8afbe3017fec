namespace Weir.Tracing.Ingest;

/// <summary>Where a span's link leads, as it was sent.</summary>
internal ref struct LinkTarget
{
    public ReadOnlySpan<byte> TraceId { get; set; }
    public ReadOnlySpan<byte> SpanId { get; set; }
    public ReadOnlySpan<byte> TraceState { get; set; }
    public uint Flags { get; set; }
}
