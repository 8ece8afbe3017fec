using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>Decodes OTLP trace requests, protobuf or JSON, straight into rows.</summary>
/// <remarks>
/// The two front ends differ only in syntax: both find the members of a message and hand the same bytes to one
/// <see cref="SpanAssembler"/>, which mends texts, checks spans, promotes values and names the project. Safe for any number of callers.
/// Source: opentelemetry-proto, <c>trace/v1/trace.proto</c>; the JSON encoding is that of the OTLP specification (hex ids, integers as strings or numbers).
/// </remarks>
public sealed class OtlpTraceReader(IngestLimits limits, SpanPricing? pricing = null)
{
    /// <summary>Reads an <c>ExportTraceServiceRequest</c> in protobuf.</summary>
    /// <exception cref="InvalidDataException">The body is not such a message.</exception>
    public IngestResult ReadProtobuf(ReadOnlySpan<byte> body, IngestContext context)
    {
        using var assembler = new SpanAssembler(limits, context, pricing);
        new OtlpProtobufReader(assembler).ReadRequest(body);
        return assembler.Finish();
    }

    /// <summary>Reads an <c>ExportTraceServiceRequest</c> in JSON.</summary>
    /// <exception cref="InvalidDataException">The body is not JSON, or not such a message.</exception>
    public IngestResult ReadJson(ReadOnlySpan<byte> body, IngestContext context)
    {
        using var assembler = new SpanAssembler(limits, context, pricing);
        try
        {
            new OtlpJsonReader(assembler).ReadRequest(body);
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"The body is not valid JSON: {malformed.Message}", malformed);
        }

        return assembler.Finish();
    }
}
