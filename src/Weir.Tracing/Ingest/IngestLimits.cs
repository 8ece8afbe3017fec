namespace Weir.Tracing.Ingest;

/// <summary>How much one request may ask of us; a span past its limits is refused alone.</summary>
public sealed record IngestLimits
{
    /// <summary>Bytes of a body after decompression; the protocol suggests this number.</summary>
    public int BodyBytes { get; init; } = 64 << 20;

    /// <summary>How deep lists and maps may nest in the value of an attribute.</summary>
    public int ValueDepth { get; init; } = 32;

    /// <summary>Attributes of a span, an event, a link, a resource or a map.</summary>
    public int Attributes { get; init; } = 16_384;

    /// <summary>Bytes of JSON that a span's attributes, events or links may become.</summary>
    public int SpanBytes { get; init; } = 16 << 20;

    /// <summary>Bytes that the spans of one request may hold in memory: many tiny spans weigh more than their bodies.</summary>
    public long RequestBytes { get; init; } = 256L << 20;

    public static IngestLimits Default { get; } = new();
}
