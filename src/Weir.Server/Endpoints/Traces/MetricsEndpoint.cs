using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Traces;
using Weir.Server.Auth;
using Weir.Tracing.Metrics;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Traces;

/// <summary><c>GET /api/weir/metrics?project=&amp;from=&amp;to=&amp;bucket=&amp;group_by=&amp;groups=&amp;filter=&amp;cursor=</c>: numbers of calls over time.</summary>
internal sealed class MetricsEndpoint(Authorization authorization, ITraceStore store, IMetricsStore metrics, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/metrics", authorization.AnyKey(ReadAsync));

    private async Task ReadAsync(HttpContext context, Caller caller)
    {
        var text = new QueryText(context.Request.Query);
        var query = MetricsQueryText.Read(text, caller.WorkspaceId, time.GetUtcNow());
        if (text.Problem is { } problem)
        {
            await ErrorResponse.InvalidAsync(context, problem + ".");
            return;
        }

        if (text.One("project") is { } name)
        {
            if (await store.FindProjectAsync(caller.WorkspaceId, name, context.RequestAborted) is not { } project)
            {
                await ErrorResponse.NotFoundAsync(context, $"There is no project with the name '{name}'. GET /v1/projects lists them.");
                return;
            }

            query = query with { ProjectId = project.Id };
        }

        var page = await metrics.ReadAsync(query, context.RequestAborted);
        var answer = new MetricsResponse
        {
            Data = [.. page.Rows.Select(MetricsRecords.Of)],
            From = MetricsRecords.TimeOf(query.From),
            To = MetricsRecords.TimeOf(query.Before),
            BucketSeconds = query.BucketSeconds,
            NextCursor = page.Next is { } next ? GlobalId.Of(GlobalId.MetricsCursor, next.ToString()) : null,
            Scanned = page.Scanned,
            PendingSpans = page.Pending,
        };
        await WireResponse.WriteAsync(context, answer, WireJson.Default.MetricsResponse);
    }
}
