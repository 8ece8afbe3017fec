using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>Spans of one trace on their way to the writer, with the row that holds their payloads.</summary>
/// <param name="Spans">At least one.</param>
/// <param name="Body">See <see cref="PayloadBlock"/>.</param>
internal sealed record PackedSpans(IReadOnlyList<SpanRow> Spans, byte[] Body)
{
    /// <summary>Packs a batch: spans of each trace together, as far as a block goes, in the order in which they came.</summary>
    public static List<PackedSpans> Of(IReadOnlyList<SpanRow> batch)
    {
        var packed = new List<PackedSpans>();
        foreach (var trace in batch.GroupBy(span => (span.WorkspaceId, span.TraceId)))
        {
            var block = new List<SpanRow>();
            var size = 0L;
            foreach (var span in trace)
            {
                if (block.Count > 0 && (block.Count == PayloadBlock.MostSpans || size + span.SizeBytes > PayloadBlock.LargestPlain))
                {
                    packed.Add(new PackedSpans(block, PayloadBlock.Pack(block)));
                    (block, size) = ([], 0);
                }

                block.Add(span);
                size += span.SizeBytes;
            }

            packed.Add(new PackedSpans(block, PayloadBlock.Pack(block)));
        }

        return packed;
    }
}
