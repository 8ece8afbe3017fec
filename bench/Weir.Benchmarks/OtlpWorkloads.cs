using System.Text;
using System.Text.Json;
using Weir.Tracing.Ingest;
using Weir.Tracing.Model;
using Weir.TraceBench;

namespace Weir.Benchmarks;

/// <summary>From the body of an exporter to rows: 512 spans with 5 KB of attributes each, as protobuf and as JSON. A share of one span.</summary>
internal static class OtlpWorkloads
{
    private const string Group = "span of 5 KB read from OTLP";
    private const int Spans = 512;
    private const int AttributeBytes = 5_000;

    public static IEnumerable<Workload> All()
    {
        var maker = new SpanMaker(seed: 1, AttributeBytes);
        SpanRow[] spans = [.. Enumerable.Range(0, Spans / SpanMaker.SpansOfATrace).SelectMany(_ => maker.Trace(receivedNanos: 1_795_000_000_000_000_000))];
        var protobuf = OtlpRequest.Of(spans).Again(round: 1);
        var json = Json(spans);
        var reader = new OtlpTraceReader(IngestLimits.Default);
        var context = new IngestContext { WorkspaceId = SpanMaker.Workspace, ReceivedUnixNanos = 1_795_000_000_000_000_000 };
        yield return new(Group, "protobuf", Spans, () => Done(reader.ReadProtobuf(protobuf, context)));
        yield return new(Group, "JSON", Spans, () => Done(reader.ReadJson(json, context)));
    }

    private static Task Done(IngestResult result) =>
        result.Spans.Count == Spans ? Task.CompletedTask : throw new InvalidOperationException($"{result.Spans.Count} spans were read.");

    private static byte[] Json(SpanRow[] spans)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("resourceSpans"u8);
            writer.WriteStartObject();
            writer.WriteStartObject("resource"u8);
            writer.WriteStartArray("attributes"u8);
            WriteAttribute(writer, "openinference.project.name", JsonElement.Parse(Encoding.UTF8.GetBytes($"\"{spans[0].Project}\"")));
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteStartArray("scopeSpans"u8);
            writer.WriteStartObject();
            writer.WriteStartArray("spans"u8);
            foreach (var span in spans)
            {
                Write(writer, span);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return body.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, SpanRow span)
    {
        writer.WriteStartObject();
        writer.WriteString("traceId"u8, span.TraceId.ToString());
        writer.WriteString("spanId"u8, span.SpanId.ToString());
        if (span.ParentSpanId is { } parent)
        {
            writer.WriteString("parentSpanId"u8, parent.ToString());
        }

        writer.WriteString("name"u8, span.Name);
        writer.WriteString("startTimeUnixNano"u8, Whole(span.StartUnixNanos));
        writer.WriteString("endTimeUnixNano"u8, Whole(span.EndUnixNanos));
        writer.WriteStartArray("attributes"u8);
        foreach (var member in JsonElement.Parse(span.Attributes.Span).EnumerateObject())
        {
            WriteAttribute(writer, member.Name, member.Value);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("status"u8);
        writer.WriteString("message"u8, span.StatusMessage);
        writer.WriteNumber("code"u8, (int)span.Status);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteAttribute(Utf8JsonWriter writer, string key, JsonElement value)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, key);
        writer.WriteStartObject("value"u8);
        if (value.ValueKind == JsonValueKind.Number)
        {
            writer.WriteString("intValue"u8, Whole(value.GetInt64()));
        }
        else
        {
            writer.WriteString("stringValue"u8, value.GetString());
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Whole numbers are texts there: most readers of JSON have no 64 bits.
    private static string Whole(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
