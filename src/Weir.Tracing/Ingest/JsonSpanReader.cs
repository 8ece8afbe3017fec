using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>Reads spans with their events and links in OTLP JSON.</summary>
/// <remarks>
/// <code>{"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"eee19b7ec3c1b174","name":"chat","kind":3,"startTimeUnixNano":"1544712660000000000",
/// "endTimeUnixNano":"1544712661000000000","attributes":[…],"events":[…],"links":[…],"status":{"code":2,"message":"…"}}</code>
/// </remarks>
internal sealed class JsonSpanReader
{
    private static readonly string[] SpanKinds =
        ["SPAN_KIND_UNSPECIFIED", "SPAN_KIND_INTERNAL", "SPAN_KIND_SERVER", "SPAN_KIND_CLIENT", "SPAN_KIND_PRODUCER", "SPAN_KIND_CONSUMER"];

    private static readonly string[] StatusCodes = ["STATUS_CODE_UNSET", "STATUS_CODE_OK", "STATUS_CODE_ERROR"];

    private readonly SpanAssembler _assembler;
    private readonly JsonText _text = new();

    public JsonSpanReader(SpanAssembler assembler)
    {
        _assembler = assembler;
        Attributes = new JsonAttributeReader(assembler.Limits, _text);
    }

    public JsonAttributeReader Attributes { get; }

    /// <summary>Reads one span; the reader is in its object.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        _assembler.Span.Clear();
        while (JsonFields.NextMember(ref reader, out var name))
        {
            _ = TryReadIdentity(reader, name) || TryReadNumber(reader, name) || TryReadPart(ref reader, name);
            reader.Skip();
        }

        _assembler.EndSpan();
    }

    private bool TryReadIdentity(scoped in Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
    {
        var span = _assembler.Span;
        Span<byte> id = stackalloc byte[16];
        if (name.SequenceEqual("traceId"u8))
        {
            span.SetTraceId(JsonFields.Hex(reader, id));
        }
        else if (name.SequenceEqual("spanId"u8))
        {
            span.SetSpanId(JsonFields.Hex(reader, id[..8]));
        }
        else if (name.SequenceEqual("parentSpanId"u8))
        {
            span.SetParentId(JsonFields.Hex(reader, id[..8]));
        }
        else if (name.SequenceEqual("name"u8))
        {
            span.Name = ReadText(reader);
        }
        else if (name.SequenceEqual("traceState"u8))
        {
            span.TraceState = ReadText(reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TryReadNumber(scoped in Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
    {
        var span = _assembler.Span;
        if (name.SequenceEqual("startTimeUnixNano"u8))
        {
            span.StartUnixNanos = JsonFields.Unsigned(reader);
        }
        else if (name.SequenceEqual("endTimeUnixNano"u8))
        {
            span.EndUnixNanos = JsonFields.Unsigned(reader);
        }
        else if (name.SequenceEqual("kind"u8))
        {
            span.OtelKind = JsonFields.Enumeration(reader, SpanKinds);
        }
        else if (name.SequenceEqual("flags"u8))
        {
            span.Flags = JsonFields.Count(reader);
        }
        else if (name.SequenceEqual("droppedAttributesCount"u8))
        {
            span.DroppedAttributes = JsonFields.Count(reader);
        }
        else if (name.SequenceEqual("droppedEventsCount"u8))
        {
            span.DroppedEvents = JsonFields.Count(reader);
        }
        else if (name.SequenceEqual("droppedLinksCount"u8))
        {
            span.DroppedLinks = JsonFields.Count(reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TryReadPart(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("attributes"u8))
        {
            Attributes.ReadAll(ref reader, _assembler.Span.Attributes);
        }
        else if (name.SequenceEqual("status"u8))
        {
            ReadStatus(ref reader);
        }
        else if (name.SequenceEqual("events"u8) && JsonFields.EnterArray(reader))
        {
            while (JsonFields.NextItem(ref reader))
            {
                ReadEvent(ref reader);
                reader.Skip();
            }
        }
        else if (name.SequenceEqual("links"u8) && JsonFields.EnterArray(reader))
        {
            while (JsonFields.NextItem(ref reader))
            {
                ReadLink(ref reader);
                reader.Skip();
            }
        }

        return true;
    }

    // {"code":2,"message":"…"}
    private void ReadStatus(ref Utf8JsonReader reader)
    {
        if (!JsonFields.EnterObject(reader))
        {
            return;
        }

        while (JsonFields.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("code"u8))
            {
                _assembler.Span.Status = JsonFields.Enumeration(reader, StatusCodes);
            }
            else if (name.SequenceEqual("message"u8))
            {
                _assembler.Span.StatusMessage = ReadText(reader);
            }

            reader.Skip();
        }
    }

    // {"timeUnixNano":"1544712660300000000","name":"exception","attributes":[…]}
    private void ReadEvent(ref Utf8JsonReader reader)
    {
        if (!JsonFields.EnterObject(reader) || !_assembler.Span.BeginPart())
        {
            return;
        }

        var (text, time, dropped) = ("", 0UL, 0U);
        while (JsonFields.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("name"u8))
            {
                text = ReadText(reader);
            }
            else if (name.SequenceEqual("timeUnixNano"u8))
            {
                time = JsonFields.Unsigned(reader);
            }
            else if (name.SequenceEqual("droppedAttributesCount"u8))
            {
                dropped = JsonFields.Count(reader);
            }
            else if (name.SequenceEqual("attributes"u8))
            {
                Attributes.ReadAll(ref reader, _assembler.Span.PartAttributes);
            }

            reader.Skip();
        }

        _assembler.Span.AddEvent(text, time, dropped);
    }

    // {"traceId":"5b8e…","spanId":"eee1…","traceState":"","attributes":[…]}
    private void ReadLink(ref Utf8JsonReader reader)
    {
        if (!JsonFields.EnterObject(reader) || !_assembler.Span.BeginPart())
        {
            return;
        }

        var target = default(LinkTarget);
        while (JsonFields.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("traceId"u8))
            {
                target.TraceId = JsonFields.Hex(reader, new byte[16]);
            }
            else if (name.SequenceEqual("spanId"u8))
            {
                target.SpanId = JsonFields.Hex(reader, new byte[8]);
            }
            else if (name.SequenceEqual("traceState"u8))
            {
                target.TraceState = JsonFields.Text(reader, _text).ToArray();
            }
            else if (name.SequenceEqual("flags"u8))
            {
                target.Flags = JsonFields.Count(reader);
            }
            else if (name.SequenceEqual("attributes"u8))
            {
                Attributes.ReadAll(ref reader, _assembler.Span.PartAttributes);
            }

            reader.Skip();
        }

        _assembler.Span.AddLink(target);
    }

    private string ReadText(scoped in Utf8JsonReader reader) => StorableText.ToString(JsonFields.Text(reader, _text));
}
