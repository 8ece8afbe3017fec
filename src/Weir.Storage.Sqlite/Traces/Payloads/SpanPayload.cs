using System.Text;
using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>The part of a span that only its detail view reads.</summary>
/// <remarks>Five numbers and seven texts, all lengths and numbers as LEB128: <code>kind flags dropped×3 | attributes events links resource scope-name scope-version trace-state</code></remarks>
internal sealed record SpanPayload
{
    public int OtelKind { get; private init; }
    public uint Flags { get; private init; }
    public uint DroppedAttributes { get; private init; }
    public uint DroppedEvents { get; private init; }
    public uint DroppedLinks { get; private init; }
    public ReadOnlyMemory<byte> Attributes { get; private init; }
    public ReadOnlyMemory<byte> Events { get; private init; }
    public ReadOnlyMemory<byte> Links { get; private init; }
    public ReadOnlyMemory<byte> Resource { get; private init; }
    public string ScopeName { get; private init; } = "";
    public string ScopeVersion { get; private init; } = "";
    public string TraceState { get; private init; } = "";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static SpanPayload Read(ReadOnlyMemory<byte> plain)
    {
        var reader = new PackedReader(plain);
        return new SpanPayload
        {
            OtelKind = (int)reader.ReadNumber(),
            Flags = (uint)reader.ReadNumber(),
            DroppedAttributes = (uint)reader.ReadNumber(),
            DroppedEvents = (uint)reader.ReadNumber(),
            DroppedLinks = (uint)reader.ReadNumber(),
            Attributes = reader.ReadBytes(),
            Events = reader.ReadBytes(),
            Links = reader.ReadBytes(),
            Resource = reader.ReadBytes(),
            ScopeName = Encoding.UTF8.GetString(reader.ReadBytes().Span),
            ScopeVersion = Encoding.UTF8.GetString(reader.ReadBytes().Span),
            TraceState = Encoding.UTF8.GetString(reader.ReadBytes().Span),
        };
    }

    /// <summary>Writes what belongs to the payload of a span.</summary>
    public static void Write(PackedWriter plain, SpanRow span)
    {
        plain.WriteNumber((uint)span.OtelKind);
        plain.WriteNumber(span.Flags);
        plain.WriteNumber(span.DroppedAttributes);
        plain.WriteNumber(span.DroppedEvents);
        plain.WriteNumber(span.DroppedLinks);
        plain.WriteBytes(span.Attributes.Span);
        plain.WriteBytes(span.Events.Span);
        plain.WriteBytes(span.Links.Span);
        plain.WriteBytes(span.Resource.Span);
        plain.WriteText(span.ScopeName);
        plain.WriteText(span.ScopeVersion);
        plain.WriteText(span.TraceState);
    }
}
