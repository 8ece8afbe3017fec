using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Auth;
using Weir.Tracing.Ingest;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>POST /v1/projects/{id or name}/spans</c>: spans as JSON, all or none.</summary>
internal sealed class SpanCreateEndpoint(PhoenixEdge edge, ProjectFinder projects, ITraceStore traces, ISpanSink spans, SubmittedSpanReader reader, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes) => KeyOnly.Require(routes.MapPost("/v1/projects/{project_identifier}/spans", edge.AnyKey(CreateAsync)));

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var project = await projects.FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        if (!body.Json.TryGetProperty("data"u8, out var data) || data.ValueKind != JsonValueKind.Array)
        {
            throw PhoenixEdge.Unprocessable("'data' must be a list of spans.");
        }

        var read = reader.Read(data, new IngestContext
        {
            WorkspaceId = caller.WorkspaceId,
            ProjectHeader = project.Name,
            ReceivedUnixNanos = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick,
        });
        var duplicates = await SpanDuplicates.FindAsync(traces, read.Spans, context.RequestAborted);
        if (read.Rejected > 0 || duplicates.Count > 0)
        {
            await SpanRefusal.WriteAsync(context, data.GetArrayLength(), read, duplicates);
            return;
        }

        await spans.StoreAsync(read.Spans, context.RequestAborted);
        await PhoenixJson.WriteObjectAsync(context, StatusCodes.Status202Accepted, writer =>
        {
            writer.WriteNumber("total_received"u8, read.Spans.Count);
            writer.WriteNumber("total_queued"u8, read.Spans.Count);
        });
    }
}
