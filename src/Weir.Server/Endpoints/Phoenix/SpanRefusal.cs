using Microsoft.AspNetCore.Http;
using Weir.Tracing.Ingest;
using Weir.Tracing.Model;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Answers a request to store spans of which some cannot be: none was.</summary>
internal static class SpanRefusal
{
    public static Task WriteAsync(HttpContext context, int received, IngestResult read, List<SpanRow> duplicates) =>
        PhoenixJson.WriteObjectAsync(context, StatusCodes.Status400BadRequest, writer =>
        {
            writer.WriteString("error"u8, read.Rejected > 0 ? $"Nothing was stored. {read.Message}" : "Nothing was stored: some of the spans are there already.");
            writer.WriteNumber("total_received"u8, received);
            writer.WriteNumber("total_queued"u8, 0);
            writer.WriteNumber("total_duplicates"u8, duplicates.Count);
            writer.WriteNumber("total_invalid"u8, read.Rejected);
            writer.WriteStartArray("duplicate_spans"u8);
            foreach (var span in duplicates)
            {
                writer.WriteStartObject();
                writer.WriteString("span_id"u8, span.SpanId.ToString());
                writer.WriteString("trace_id"u8, span.TraceId.ToString());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
