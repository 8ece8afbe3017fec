using System.Globalization;
using System.Text;
using System.Text.Json;
using Weir.Tracing.Query;

namespace Weir.Tracing.Ingest;

/// <summary>Reads spans in the form in which Phoenix's API shows them and takes them.</summary>
/// <remarks>
/// <code>{"name":"chat","context":{"trace_id":"…","span_id":"…"},"span_kind":"LLM","parent_id":null,"start_time":"2026-01-01T12:00:00Z","end_time":"…",
/// "status_code":"OK","status_message":"","attributes":{"llm":{"model_name":"a/b"}},"events":[{"name":"…","timestamp":"…","attributes":{}}]}</code>
/// Attributes may be flat or nested; they are kept flat.
/// </remarks>
public sealed class SubmittedSpanReader(IngestLimits limits, SpanPricing? pricing = null)
{
    private static readonly string[] Statuses = ["UNSET", "OK", "ERROR"];

    /// <param name="spans">A list.</param>
    /// <param name="context">What is known besides.</param>
    public IngestResult Read(JsonElement spans, IngestContext context)
    {
        using var assembler = new SpanAssembler(limits, context, pricing);
        assembler.EndResource();
        foreach (var span in spans.EnumerateArray())
        {
            Read(span, assembler.Span);
            assembler.EndSpan();
        }

        return assembler.Finish();
    }

    private static void Read(JsonElement json, SpanDraft span)
    {
        span.Clear();
        if (json.ValueKind != JsonValueKind.Object)
        {
            span.Attributes.Refuse("it is not a JSON object");
            return;
        }

        ReadIdentity(json, span);
        span.Name = Text(json, "name") ?? "";
        span.StartUnixNanos = Time(json, "start_time", span);
        span.EndUnixNanos = Time(json, "end_time", span);
        span.StatusMessage = Text(json, "status_message") ?? "";
        span.Status = Array.IndexOf(Statuses, Text(json, "status_code")?.ToUpperInvariant() ?? Statuses[0]);
        if (span.Status < 0)
        {
            span.Attributes.Refuse($"its status_code '{Text(json, "status_code")}' is not one of OK, ERROR, UNSET");
        }

        ReadEvents(json, span);
        if (json.TryGetProperty("attributes"u8, out var attributes))
        {
            SubmittedAttributes.Write(attributes, span.Attributes);
        }

        // Last, so that the kind beside the attributes wins over one among them.
        if (Text(json, "span_kind") is { } kind && span.Attributes.Begin("openinference.span.kind"u8) is { } writer)
        {
            AttributeValue.WriteText(writer, Encoding.UTF8.GetBytes(kind));
            span.Attributes.End();
        }
    }

    private static void ReadIdentity(JsonElement json, SpanDraft span)
    {
        if (json.TryGetProperty("context"u8, out var context) && context.ValueKind == JsonValueKind.Object)
        {
            span.SetTraceId(Hex(Text(context, "trace_id")));
            span.SetSpanId(Hex(Text(context, "span_id")));
        }

        if (Text(json, "parent_id") is { Length: > 0 } parent)
        {
            span.SetParentId(Hex(parent));
            if (span.ParentId.IsZero)
            {
                span.Attributes.Refuse($"its parent_id '{parent}' is not 16 hex digits");
            }
        }
    }

    private static void ReadEvents(JsonElement json, SpanDraft span)
    {
        if (!json.TryGetProperty("events"u8, out var events) || events.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var item in events.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || !span.BeginPart())
            {
                continue;
            }

            if (item.TryGetProperty("attributes"u8, out var attributes))
            {
                SubmittedAttributes.Write(attributes, span.PartAttributes);
            }

            span.AddEvent(Text(item, "name") ?? "", Time(item, "timestamp", span), droppedAttributes: 0);
        }
    }

    private static ulong Time(JsonElement json, string name, SpanDraft span)
    {
        if (Text(json, name) is { } text && UnixNanos.TryParse(text, out var nanos) && nanos >= 0)
        {
            return (ulong)nanos;
        }

        span.Attributes.Refuse(string.Create(CultureInfo.InvariantCulture, $"its {name} is not a time since 1970; write 2026-01-01T12:00:00Z"));
        return 0;
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? AttributePath.TextOf(value) is { } text ? StorableText.ToString(Encoding.UTF8.GetBytes(text)) : null : null;

    private static byte[] Hex(string? text) => text is not null && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : [];
}
