using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Filter;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>GET /v1/projects/{id or name}/traces</c>, newest first.</summary>
/// <remarks>In the order of arrival, which is that of beginning where clocks agree. Other orders need all traces for each page, and are not served.</remarks>
internal sealed class TraceListPhoenixEndpoint(PhoenixEdge edge, ProjectFinder projects, ITraceStore traces, ISessionStore sessions)
{
    private const int LargestPage = 1000;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/projects/{project_identifier}/traces", edge.AnyKey(ListAsync));

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var project = await projects.FindAsync(context, caller);
        var text = new QueryText(context.Request.Query);
        var (from, before) = (text.Time("start_time"), text.Time("end_time"));
        RequireOrder(text);
        var query = new TraceQuery
        {
            WorkspaceId = caller.WorkspaceId,
            ProjectId = project.Id,
            SessionIds = await SessionsAsync(text, caller, context.RequestAborted),
            Filter = Filter(from, before),
            Limit = text.Limit(LargestPage),
            After = Cursor(text),
        };
        ProjectFinder.Require(text);
        var page = await traces.ListTracesAsync(query, context.RequestAborted);
        var hasSpans = string.Equals(text.One("include_spans"), "true", StringComparison.OrdinalIgnoreCase);

        // The filter asks for a span in the range; what counts is when the trace began.
        var shown = page.Traces.Where(trace => Start(trace) is var start && !(start < from) && !(start >= before));
        await PhoenixJson.WritePageAsync(
            context, shown, page.Next is { } next ? GlobalId.Of(GlobalId.TraceCursor, next) : null, (writer, trace) => Write(writer, trace, project.Id, hasSpans));
    }

    private static void RequireOrder(QueryText text)
    {
        if ((text.One("sort") ?? "start_time") != "start_time")
        {
            throw new GatewayException(GatewayError.NotBuilt($"sort={text.One("sort")}"));
        }

        if ((text.One("order") ?? "desc") != "desc")
        {
            throw new GatewayException(GatewayError.NotBuilt($"order={text.One("order")}"));
        }
    }

    private async ValueTask<ImmutableArray<string>?> SessionsAsync(QueryText text, Caller caller, CancellationToken cancellationToken)
    {
        ImmutableArray<string>.Builder? found = null;
        foreach (var identifier in text.All("session_identifier").Take(LargestPage))
        {
            var session = GlobalId.TryReadNumber(identifier, GlobalId.Session) is { } id ? await sessions.FindAsync(caller.WorkspaceId, id, cancellationToken) : null;
            (found ??= ImmutableArray.CreateBuilder<string>()).Add(session?.SessionId ?? identifier);
        }

        return found?.ToImmutable();
    }

    private static SpanFilter? Filter(long? from, long? before)
    {
        var conditions = new List<FilterNode>();
        if (from is { } earliest)
        {
            conditions.Add(Time(CompareOperator.GreaterOrEqual, earliest));
        }

        if (before is { } end)
        {
            conditions.Add(Time(CompareOperator.Less, end));
        }

        return conditions.Count == 0 ? null : new SpanFilter(conditions.Aggregate((left, right) => new AndNode(left, right)));
    }

    private static ComparisonNode Time(CompareOperator compare, long nanos) =>
        new(new FieldTerm(SpanField.StartTime), compare, new LiteralTerm(FilterValue.Of((decimal)nanos)));

    private static long Start(StoredTrace trace) => trace.Spans.Min(span => span.StartUnixNanos);

    private static long? Cursor(QueryText text)
    {
        if (text.One("cursor") is not { } given)
        {
            return null;
        }

        var place = GlobalId.TryReadNumber(given, GlobalId.TraceCursor);
        if (place is null)
        {
            text.Refuse("cursor is not one that this list gave out");
        }

        return place;
    }

    private static void Write(Utf8JsonWriter writer, StoredTrace trace, long project, bool hasSpans)
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
