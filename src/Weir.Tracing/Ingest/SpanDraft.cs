using Weir.Tracing.Model;

namespace Weir.Tracing.Ingest;

/// <summary>A span while it is read: what has been found so far, in whatever order it was sent.</summary>
internal sealed class SpanDraft(IngestLimits limits) : IDisposable
{
    private int _parentLength;

    public TraceId TraceId { get; private set; }
    public SpanId SpanId { get; private set; }
    public SpanId ParentId { get; private set; }
    public string Name { get; set; } = "";
    public string TraceState { get; set; } = "";
    public int OtelKind { get; set; }
    public ulong StartUnixNanos { get; set; }
    public ulong EndUnixNanos { get; set; }
    public int Status { get; set; }
    public string StatusMessage { get; set; } = "";
    public uint Flags { get; set; }
    public uint DroppedAttributes { get; set; }
    public uint DroppedEvents { get; set; }
    public uint DroppedLinks { get; set; }
    public AttributeSet Attributes { get; } = new(limits);

    /// <summary>The attributes of the event or link that is being read.</summary>
    public AttributeSet PartAttributes { get; } = new(limits);

    public JsonList Events { get; } = new();
    public JsonList Links { get; } = new();

    /// <summary>Why this span cannot be stored; null when it can.</summary>
    public string? Problem => IdentityProblem ?? TimeProblem ?? Attributes.Problem ?? PartAttributes.Problem ?? SizeProblem;

    private string? IdentityProblem => this switch
    {
        { TraceId.IsZero: true } => "its trace id is not 16 bytes, or is zero",
        { SpanId.IsZero: true } => "its span id is not 8 bytes, or is zero",
        { _parentLength: not (0 or 8) } => "its parent span id is not 8 bytes",
        { Name.Length: 0 } => "it has no name",
        _ => null,
    };

    private string? TimeProblem => this switch
    {
        { StartUnixNanos: > long.MaxValue } or { EndUnixNanos: > long.MaxValue } => "its time is past the year 2262",
        _ => EndUnixNanos < StartUnixNanos ? "it ends before it starts" : null,
    };

    private string? SizeProblem => Events.Length > limits.SpanBytes || Links.Length > limits.SpanBytes
        ? $"its events or links are larger than {limits.SpanBytes >> 20} MiB"
        : null;

    public void Clear()
    {
        TraceId = default;
        SpanId = default;
        SetParentId(default);
        Name = TraceState = StatusMessage = "";
        OtelKind = Status = 0;
        StartUnixNanos = EndUnixNanos = 0;
        Flags = DroppedAttributes = DroppedEvents = DroppedLinks = 0;
        Attributes.Clear();
        PartAttributes.Clear();
        Events.Clear();
        Links.Clear();
    }

    public void Dispose()
    {
        Attributes.Dispose();
        PartAttributes.Dispose();
        Events.Dispose();
        Links.Dispose();
    }

    public void SetTraceId(ReadOnlySpan<byte> id) => TraceId = id.Length == 16 ? TraceId.FromBytes(id) : default;

    public void SetSpanId(ReadOnlySpan<byte> id) => SpanId = id.Length == 8 ? SpanId.FromBytes(id) : default;

    public void SetParentId(ReadOnlySpan<byte> id)
    {
        _parentLength = id.Length;
        ParentId = id.Length == 8 ? SpanId.FromBytes(id) : default;
    }

    /// <summary>Starts an event or a link; false when the span is refused anyway and its parts need not be read.</summary>
    public bool BeginPart()
    {
        if (PartAttributes.Problem is not null || SizeProblem is not null)
        {
            return false;
        }

        PartAttributes.Clear();
        return true;
    }

    /// <summary>Ends an event: <c>{"name":"exception","time_unix_nano":1,"attributes":{…}}</c>.</summary>
    public void AddEvent(string name, ulong timeUnixNanos, uint droppedAttributes)
    {
        var writer = Events.Next();
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        writer.WriteNumber("time_unix_nano"u8, timeUnixNanos);
        writer.WritePropertyName("attributes"u8);
        PartAttributes.WriteTo(writer);
        if (droppedAttributes > 0)
        {
            writer.WriteNumber("dropped_attributes_count"u8, droppedAttributes);
        }

        writer.WriteEndObject();
    }

    /// <summary>Ends a link: <c>{"trace_id":"…","span_id":"…","trace_state":"","attributes":{…}}</c>. One that leads nowhere is counted as dropped.</summary>
    public void AddLink(LinkTarget target)
    {
        if (target.TraceId.Length != 16 || target.SpanId.Length != 8)
        {
            DroppedLinks++;
            return;
        }

        var writer = Links.Next();
        writer.WriteStartObject();
        writer.WriteString("trace_id"u8, TraceId.FromBytes(target.TraceId).ToString());
        writer.WriteString("span_id"u8, SpanId.FromBytes(target.SpanId).ToString());
        writer.WriteString("trace_state"u8, StorableText.Mend(target.TraceState));
        writer.WritePropertyName("attributes"u8);
        PartAttributes.WriteTo(writer);
        if (target.Flags > 0)
        {
            writer.WriteNumber("flags"u8, target.Flags);
        }

        writer.WriteEndObject();
    }
}
