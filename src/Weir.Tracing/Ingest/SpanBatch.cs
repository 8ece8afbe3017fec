using Weir.Tracing.Model;

namespace Weir.Tracing.Ingest;

/// <summary>Spans of one caller in the queue, with the bytes they hold of its budget.</summary>
internal readonly record struct SpanBatch(IReadOnlyList<SpanRow> Spans, long SizeBytes)
{
    public static SpanBatch Of(IReadOnlyList<SpanRow> spans)
    {
        var size = 0L;
        foreach (var span in spans)
        {
            size += span.SizeBytes;
        }

        return new SpanBatch(spans, size);
    }
}
