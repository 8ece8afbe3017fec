using System.Text.Json;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Writes traces as Phoenix's <c>TraceData</c>.</summary>
internal static class PhoenixTraceWriter
{
    /// <summary>When the trace began, by its senders' clocks.</summary>
    public static long Start(StoredTrace trace) => trace.Spans.Min(span => span.StartUnixNanos);

    public static void Write(Utf8JsonWriter writer, StoredTrace trace, long project, bool hasSpans)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(GlobalId.Trace, trace.Id));
        writer.WriteString("trace_id"u8, trace.TraceId.ToString());
        writer.WriteString("project_id"u8, GlobalId.Of(GlobalId.Project, project));
        PhoenixJson.WriteTime(writer, "start_time"u8, Start(trace));
        PhoenixJson.WriteTime(writer, "end_time"u8, trace.Spans.Max(span => span.EndUnixNanos));
        PhoenixJson.WriteTokens(writer, SubtreeTokens.OfTrace(trace.Spans));
        if (hasSpans)
        {
            writer.WriteStartArray("spans"u8);
            foreach (var span in trace.Spans)
            {
                WriteSpan(writer, span);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNull("spans"u8);
        }

        writer.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter writer, SpanOutline span)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(GlobalId.Span, span.Id));
        writer.WriteString("span_id"u8, span.SpanId.ToString());
        writer.WriteString("parent_id"u8, span.ParentSpanId?.ToString());
        writer.WriteString("name"u8, span.Name);
        writer.WriteString("span_kind"u8, span.Kind);
        writer.WriteString("status_code"u8, span.Status.ToString().ToUpperInvariant());
        PhoenixJson.WriteTime(writer, "start_time"u8, span.StartUnixNanos);
        PhoenixJson.WriteTime(writer, "end_time"u8, span.EndUnixNanos);
        writer.WriteEndObject();
    }
}
