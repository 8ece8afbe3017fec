using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>A row of <c>span_payloads</c>: the payloads of spans of one trace that were stored together, compressed together.</summary>
/// <remarks>
/// Spans of a trace repeat each other: messages go down through its chain, and names of attributes come in all of them. Together they
/// take three quarters of the room and a quarter of the time. The row has the number of the block's first span, and holds those
/// up to the next row. Never of more than one trace: whoever erases a trace erases rows, and what is read for one span stays small.
/// A block is <code>count | (number of the span - that of the row, payload)×count</code>; a row with one span has its payload alone.
/// </remarks>
/// <param name="First">The row's number.</param>
/// <param name="Members">By the number of their span, ascending.</param>
internal sealed record PayloadBlock(long First, IReadOnlyList<(long Span, ReadOnlyMemory<byte> Plain)> Members)
{
    /// <summary>Spans of one block; more would save little, and each is opened for any of them.</summary>
    public const int MostSpans = 16;

    /// <summary>Bytes before compression after which a block takes no further span.</summary>
    public const int LargestPlain = 64 << 10;

    /// <summary>Packs the payloads of spans of one trace that get numbers one after the other.</summary>
    public static byte[] Pack(IReadOnlyList<SpanRow> spans)
    {
        using var plain = new PackedWriter(spans.Sum(span => span.SizeBytes + span.Resource.Length));
        if (spans.Count == 1)
        {
            SpanPayload.Write(plain, spans[0]);
            return PackedBytes.Pack(plain.Written, areMany: false);
        }

        using var member = new PackedWriter(spans.Max(span => span.SizeBytes + span.Resource.Length));
        plain.WriteNumber((uint)spans.Count);
        for (var i = 0; i < spans.Count; i++)
        {
            member.Clear();
            SpanPayload.Write(member, spans[i]);
            plain.WriteNumber((uint)i);
            plain.WriteBytes(member.Written);
        }

        return PackedBytes.Pack(plain.Written, areMany: true);
    }

    /// <summary>Opens a row.</summary>
    /// <exception cref="InvalidDataException">It is damaged or in a codec that this program does not know.</exception>
    public static PayloadBlock Unpack(long first, byte[] body)
    {
        var (codec, plain) = PackedBytes.Unpack(body);
        if (codec != PayloadCodec.BrotliBlock)
        {
            return new PayloadBlock(first, [(first, plain)]);
        }

        var reader = new PackedReader(plain);
        var count = reader.ReadNumber();
        var members = new List<(long, ReadOnlyMemory<byte>)>();
        for (var i = 0U; i < count; i++)
        {
            members.Add((first + reader.ReadNumber(), reader.ReadBytes()));
        }

        return new PayloadBlock(first, members);
    }

    /// <summary>The payload of a span; null when it is not in this block.</summary>
    public SpanPayload? Find(long span)
    {
        foreach (var (number, plain) in Members)
        {
            if (number == span)
            {
                return SpanPayload.Read(plain);
            }
        }

        return null;
    }

    /// <summary>The row without some spans; null when none is left.</summary>
    public byte[]? PackWithout(IReadOnlySet<long> spans)
    {
        var left = Members.Where(member => !spans.Contains(member.Span)).ToList();
        if (left.Count == 0)
        {
            return null;
        }

        using var plain = new PackedWriter(left.Sum(member => member.Plain.Length + (2 * PackedWriter.LongestNumber)));
        plain.WriteNumber((uint)left.Count);
        foreach (var (span, payload) in left)
        {
            plain.WriteNumber((uint)(span - First));
            plain.WriteBytes(payload.Span);
        }

        return PackedBytes.Pack(plain.Written, areMany: true);
    }
}
