using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>Spans of one trace on their way to the writer, with the row that holds their payloads.</summary>
/// <param name="Spans">At least one.</param>
/// <param name="Body">See <see cref="PayloadBlock"/>.</param>
internal sealed record PackedSpans(IReadOnlyList<SpanRow> Spans, byte[] Body)
{
    /// <summary>What lists show of the trace, when one of these is the span that it may begin with.</summary>
    public EntryPreview? Entry { get; private init; }

    /// <summary>Packs a batch: spans of each trace together, as far as a block goes, in the order in which they came.</summary>
    public static List<PackedSpans> Of(IReadOnlyList<SpanRow> batch)
    {
        var packed = new List<PackedSpans>();
        foreach (var trace in batch.GroupBy(span => (span.WorkspaceId, span.TraceId)))
        {
            var spans = trace.ToList();
            var entry = EntryPreview.FindEntry(spans);
            var block = new List<SpanRow>();
            var size = 0L;
            foreach (var span in spans)
            {
                if (block.Count > 0 && (block.Count == PayloadBlock.MostSpans || size + span.SizeBytes > PayloadBlock.LargestPlain))
                {
                    packed.Add(Pack(block, entry));
                    (block, size) = ([], 0);
                }

                block.Add(span);
                size += span.SizeBytes;
            }

            packed.Add(Pack(block, entry));
        }

        return packed;
    }

    private static PackedSpans Pack(List<SpanRow> block, SpanRow entry) =>
        new(block, PayloadBlock.Pack(block)) { Entry = block.Exists(span => ReferenceEquals(span, entry)) ? EntryPreview.Of(entry) : null };
}
