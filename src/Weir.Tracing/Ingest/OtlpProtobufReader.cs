
namespace Weir.Tracing.Ingest;

/// <summary>Finds the members of OTLP trace messages in protobuf and hands them to the assembler.</summary>
/// <remarks>Field numbers: opentelemetry-proto <c>collector/trace/v1</c>, <c>trace/v1</c>, <c>common/v1</c>, <c>resource/v1</c>. Unknown fields are skipped.</remarks>
internal sealed class OtlpProtobufReader(SpanAssembler assembler)
{
    private readonly ProtobufAttributeReader _attributes = new(assembler.Limits);

    // ExportTraceServiceRequest { repeated ResourceSpans resource_spans = 1 }
    public void ReadRequest(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Is(1, WireType.Bytes))
            {
                ReadResourceSpans(reader.Bytes);
            }
        }
    }

    // ResourceSpans { Resource resource = 1; repeated ScopeSpans scope_spans = 2 }: in any order, so the resource is looked for first.
    private void ReadResourceSpans(ReadOnlySpan<byte> message)
    {
        assembler.Resource.Clear();
        var resources = new ProtobufReader(message);
        while (resources.Read())
        {
            if (resources.Is(1, WireType.Bytes))
            {
                ReadResource(resources.Bytes);
            }
        }

        assembler.EndResource();
        var scopes = new ProtobufReader(message);
        while (scopes.Read())
        {
            if (scopes.Is(2, WireType.Bytes))
            {
                ReadScopeSpans(scopes.Bytes);
            }
        }
    }

    // Resource { repeated KeyValue attributes = 1 }
    private void ReadResource(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Is(1, WireType.Bytes))
            {
                _attributes.Read(reader.Bytes, assembler.Resource);
            }
        }
    }

    // ScopeSpans { InstrumentationScope scope = 1 { name = 1; version = 2 }; repeated Span spans = 2 }
    private void ReadScopeSpans(ReadOnlySpan<byte> message)
    {
        var (name, version) = ("", "");
        var scopes = new ProtobufReader(message);
        while (scopes.Read())
        {
            if (scopes.Is(1, WireType.Bytes))
            {
                name = TextOf(scopes.Bytes, field: 1);
                version = TextOf(scopes.Bytes, field: 2);
            }
        }

        assembler.SetScope(name, version);
        var spans = new ProtobufReader(message);
        while (spans.Read())
        {
            if (spans.Is(2, WireType.Bytes))
            {
                ReadSpan(spans.Bytes);
            }
        }
    }

    private void ReadSpan(ReadOnlySpan<byte> message)
    {
        assembler.Span.Clear();
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            switch (reader.Wire)
            {
                case WireType.Bytes:
                    ReadSpanBytes(reader.Field, reader.Bytes);
                    break;
                default:
                    ReadSpanNumber(reader);
                    break;
            }
        }

        assembler.EndSpan();
    }

    // trace_id = 1, span_id = 2, trace_state = 3, parent_span_id = 4, name = 5, attributes = 9, events = 11, links = 13, status = 15
    private void ReadSpanBytes(int field, ReadOnlySpan<byte> bytes)
    {
        var span = assembler.Span;
        switch (field)
        {
            case 1:
                span.SetTraceId(bytes);
                break;
            case 2:
                span.SetSpanId(bytes);
                break;
            case 3:
                span.TraceState = StorableText.ToString(bytes);
                break;
            case 4:
                span.SetParentId(bytes);
                break;
            case 5:
                span.Name = StorableText.ToString(bytes);
                break;
            case 9:
                _attributes.Read(bytes, span.Attributes);
                break;
            case 11:
                ReadEvent(bytes);
                break;
            case 13:
                ReadLink(bytes);
                break;
            case 15:
                ReadStatus(bytes);
                break;
        }
    }

    // kind = 6 (enum); start_time_unix_nano = 7, end_time_unix_nano = 8 (fixed64); dropped counts = 10, 12, 14 (uint32); flags = 16 (fixed32)
    private void ReadSpanNumber(ProtobufReader reader)
    {
        var span = assembler.Span;
        switch (reader.Field, reader.Wire)
        {
            case (6, WireType.Varint):
                span.OtelKind = (int)reader.Number;
                break;
            case (7, WireType.Fixed64):
                span.StartUnixNanos = reader.Number;
                break;
            case (8, WireType.Fixed64):
                span.EndUnixNanos = reader.Number;
                break;
            case (10, WireType.Varint):
                span.DroppedAttributes = (uint)reader.Number;
                break;
            case (12, WireType.Varint):
                span.DroppedEvents = (uint)reader.Number;
                break;
            case (14, WireType.Varint):
                span.DroppedLinks = (uint)reader.Number;
                break;
            case (16, WireType.Fixed32):
                span.Flags = (uint)reader.Number;
                break;
        }
    }

    // Event { fixed64 time_unix_nano = 1; string name = 2; repeated KeyValue attributes = 3; uint32 dropped_attributes_count = 4 }
    private void ReadEvent(ReadOnlySpan<byte> message)
    {
        if (!assembler.Span.BeginPart())
        {
            return;
        }

        var (name, time, dropped) = ("", 0UL, 0U);
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            switch (reader.Field, reader.Wire)
            {
                case (1, WireType.Fixed64):
                    time = reader.Number;
                    break;
                case (2, WireType.Bytes):
                    name = StorableText.ToString(reader.Bytes);
                    break;
                case (3, WireType.Bytes):
                    _attributes.Read(reader.Bytes, assembler.Span.PartAttributes);
                    break;
                case (4, WireType.Varint):
                    dropped = (uint)reader.Number;
                    break;
            }
        }

        assembler.Span.AddEvent(name, time, dropped);
    }

    // Link { bytes trace_id = 1; bytes span_id = 2; string trace_state = 3; repeated KeyValue attributes = 4; fixed32 flags = 6 }
    private void ReadLink(ReadOnlySpan<byte> message)
    {
        if (!assembler.Span.BeginPart())
        {
            return;
        }

        var target = default(LinkTarget);
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            switch (reader.Field, reader.Wire)
            {
                case (1, WireType.Bytes):
                    target.TraceId = reader.Bytes;
                    break;
                case (2, WireType.Bytes):
                    target.SpanId = reader.Bytes;
                    break;
                case (3, WireType.Bytes):
                    target.TraceState = reader.Bytes;
                    break;
                case (4, WireType.Bytes):
                    _attributes.Read(reader.Bytes, assembler.Span.PartAttributes);
                    break;
                case (6, WireType.Fixed32):
                    target.Flags = (uint)reader.Number;
                    break;
            }
        }

        assembler.Span.AddLink(target);
    }

    // Status { string message = 2; StatusCode code = 3 }
    private void ReadStatus(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Is(2, WireType.Bytes))
            {
                assembler.Span.StatusMessage = StorableText.ToString(reader.Bytes);
            }
            else if (reader.Is(3, WireType.Varint))
            {
                assembler.Span.Status = (int)reader.Number;
            }
        }
    }

    private static string TextOf(ReadOnlySpan<byte> message, int field)
    {
        ReadOnlySpan<byte> text = default;
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            text = reader.Is(field, WireType.Bytes) ? reader.Bytes : text;
        }

        return StorableText.ToString(text);
    }
}
