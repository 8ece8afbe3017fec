using Microsoft.AspNetCore.Http;
using Weir.Tracing.Model;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Reads the ids in the addresses of traces and spans.</summary>
internal static class TraceIds
{
    public static bool TryReadTrace(HttpContext context, out TraceId id, out string problem)
    {
        var text = (string)context.Request.RouteValues["trace_id"]!;
        problem = $"trace_id '{text}' is not 32 hex digits.";
        return TraceId.TryParse(text, out id);
    }

    public static bool TryReadSpan(HttpContext context, out SpanId id, out string problem)
    {
        var text = (string)context.Request.RouteValues["span_id"]!;
        problem = $"span_id '{text}' is not 16 hex digits.";
        return SpanId.TryParse(text, out id);
    }
}
