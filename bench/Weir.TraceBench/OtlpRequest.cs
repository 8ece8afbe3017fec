using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Weir.Tracing.Model;

namespace Weir.TraceBench;

/// <summary>An <c>ExportTraceServiceRequest</c> as an exporter sends it, which can be sent again as one of other traces.</summary>
internal sealed class OtlpRequest
{
    private const int IdBytes = 16;

    private readonly byte[] _body;
    private readonly List<int> _traceIds;

    private OtlpRequest(byte[] body, List<int> traceIds)
    {
        _body = body;
        _traceIds = traceIds;
    }

    /// <summary>How many spans it has.</summary>
    public int Spans => _traceIds.Count;

    /// <summary>Writes spans as protobuf: one resource, one scope, texts and whole numbers as attributes.</summary>
    public static OtlpRequest Of(IReadOnlyList<SpanRow> spans)
    {
        using var scope = new MemoryStream();
        var ids = new List<int>(spans.Count);
        foreach (var span in spans)
        {
            var message = Span(span);
            WriteHead(scope, 2, message.Length);

            // The first field of the message, behind its tag and length.
            ids.Add((int)scope.Position + 2);
            scope.Write(message);
        }

        var resource = Message(1, Message(1, Attribute("openinference.project.name", spans[0].Project)));
        var scopes = Message(2, scope.ToArray());
        using var body = new MemoryStream();
        WriteHead(body, 1, resource.Length + scopes.Length);
        body.Write(resource);
        var start = (int)body.Position + scopes.Length - (int)scope.Length;
        body.Write(scopes);
        return new OtlpRequest(body.ToArray(), ids.ConvertAll(place => start + place));
    }

    /// <summary>The same spans in other traces, so that none of them is known already.</summary>
    /// <param name="round">Another number for each time.</param>
    public byte[] Again(ulong round)
    {
        var copy = (byte[])_body.Clone();
        foreach (var place in _traceIds)
        {
            var id = copy.AsSpan(place, IdBytes);
            BinaryPrimitives.WriteUInt64BigEndian(id, BinaryPrimitives.ReadUInt64BigEndian(id) + (round << 20));
        }

        return copy;
    }

    private static byte[] Span(SpanRow span)
    {
        using var message = new MemoryStream();
        Span<byte> id = stackalloc byte[IdBytes];
        span.TraceId.CopyTo(id);
        WriteBytes(message, 1, id);
        BinaryPrimitives.WriteUInt64BigEndian(id, span.SpanId.Value);
        WriteBytes(message, 2, id[..8]);
        if (span.ParentSpanId is { } parent)
        {
            BinaryPrimitives.WriteUInt64BigEndian(id, parent.Value);
            WriteBytes(message, 4, id[..8]);
        }

        WriteBytes(message, 5, Encoding.UTF8.GetBytes(span.Name));
        WriteFixed(message, 7, (ulong)span.StartUnixNanos);
        WriteFixed(message, 8, (ulong)span.EndUnixNanos);
        foreach (var member in JsonElement.Parse(span.Attributes.Span).EnumerateObject())
        {
            message.Write(Message(9, Attribute(member.Name, member.Value.ValueKind == JsonValueKind.Number ? member.Value.GetInt64() : member.Value.GetString()!)));
        }

        using var status = new MemoryStream();
        WriteBytes(status, 2, Encoding.UTF8.GetBytes(span.StatusMessage));
        WriteVarint(status, 3 << 3);
        WriteVarint(status, (ulong)span.Status);
        message.Write(Message(15, status.ToArray()));
        return message.ToArray();
    }

    private static byte[] Attribute(string key, object value)
    {
        using var attribute = new MemoryStream();
        WriteBytes(attribute, 1, Encoding.UTF8.GetBytes(key));
        using var any = new MemoryStream();
        if (value is long number)
        {
            WriteVarint(any, 3 << 3);
            WriteVarint(any, (ulong)number);
        }
        else
        {
            WriteBytes(any, 1, Encoding.UTF8.GetBytes((string)value));
        }

        attribute.Write(Message(2, any.ToArray()));
        return attribute.ToArray();
    }

    private static byte[] Message(int field, byte[] content)
    {
        using var message = new MemoryStream();
        WriteBytes(message, field, content);
        return message.ToArray();
    }

    private static void WriteBytes(MemoryStream target, int field, ReadOnlySpan<byte> bytes)
    {
        WriteHead(target, field, bytes.Length);
        target.Write(bytes);
    }

    private static void WriteHead(MemoryStream target, int field, int length)
    {
        WriteVarint(target, ((ulong)field << 3) | 2);
        WriteVarint(target, (ulong)length);
    }

    private static void WriteFixed(MemoryStream target, int field, ulong number)
    {
        WriteVarint(target, ((ulong)field << 3) | 1);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, number);
        target.Write(bytes);
    }

    private static void WriteVarint(MemoryStream target, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            target.WriteByte((byte)(number | 0x80));
        }

        target.WriteByte((byte)number);
    }
}
