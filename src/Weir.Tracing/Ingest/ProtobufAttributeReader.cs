namespace Weir.Tracing.Ingest;

/// <summary>Reads attributes in protobuf: a key, and a value that may nest.</summary>
internal sealed class ProtobufAttributeReader(IngestLimits limits)
{
    /// <summary>Reads one <c>KeyValue</c> into a set.</summary>
    public void Read(ReadOnlySpan<byte> message, AttributeSet target) => Read(message, target, depth: 0);

    // KeyValue { string key = 1; AnyValue value = 2 }
    private void Read(ReadOnlySpan<byte> message, AttributeSet target, int depth)
    {
        ReadOnlySpan<byte> key = default, value = default;
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Is(1, WireType.Bytes))
            {
                key = reader.Bytes;
            }
            else if (reader.Is(2, WireType.Bytes))
            {
                value = reader.Bytes;
            }
        }

        if (target.Begin(key) is { } writer)
        {
            WriteValue(value, new ValueTarget(writer, target, depth));
            target.End();
        }
    }

    // AnyValue { oneof { string = 1; bool = 2; int64 = 3; double = 4; ArrayValue = 5; KeyValueList = 6; bytes = 7 } }: the last one counts.
    private void WriteValue(ReadOnlySpan<byte> message, ValueTarget target)
    {
        var last = default(ProtobufReader);
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Field is >= 1 and <= 7)
            {
                last = reader;
            }
        }

        switch (last.Field, last.Wire)
        {
            case (1, WireType.Bytes):
                AttributeValue.WriteText(target.Writer, last.Bytes);
                break;
            case (2, WireType.Varint):
                target.Writer.WriteBooleanValue(last.Number != 0);
                break;
            case (3, WireType.Varint):
                target.Writer.WriteNumberValue((long)last.Number);
                break;
            case (4, WireType.Fixed64):
                AttributeValue.WriteDouble(target.Writer, BitConverter.UInt64BitsToDouble(last.Number));
                break;
            case (5, WireType.Bytes):
                WriteArray(last.Bytes, target);
                break;
            case (6, WireType.Bytes):
                WriteMap(last.Bytes, target);
                break;
            case (7, WireType.Bytes):
                target.Writer.WriteBase64StringValue(last.Bytes);
                break;
            default:
                target.Writer.WriteNullValue();
                break;
        }
    }

    // ArrayValue { repeated AnyValue values = 1 }
    private void WriteArray(ReadOnlySpan<byte> message, ValueTarget target)
    {
        if (!target.TryDescend(limits, out var inner))
        {
            return;
        }

        target.Writer.WriteStartArray();
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Is(1, WireType.Bytes))
            {
                WriteValue(reader.Bytes, inner);
            }
        }

        target.Writer.WriteEndArray();
    }

    // KeyValueList { repeated KeyValue values = 1 }
    private void WriteMap(ReadOnlySpan<byte> message, ValueTarget target)
    {
        if (!target.TryDescend(limits, out var inner))
        {
            return;
        }

        var map = target.Set.Inner;
        map.Clear();
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Is(1, WireType.Bytes))
            {
                Read(reader.Bytes, map, inner.Depth);
            }
        }

        target.EndMap(map);
    }
}
