using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Stages;
using Weir.Server.Telemetry;

namespace Weir.Server.Endpoints;

/// <summary>Whether the server lives, whether it serves, and what it counts.</summary>
internal sealed class HealthEndpoints(LedgerHealthState ledger, MetricsExport metrics)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/healthz", context => context.Response.WriteAsync("ok\n", context.RequestAborted));
        _ = routes.MapGet("/readyz", ReadyAsync);
        _ = routes.MapGet("/metrics", metrics.WriteAsync);
    }

    private Task ReadyAsync(HttpContext context)
    {
        if (ledger.MayAdmit)
        {
            return context.Response.WriteAsync("ready\n", context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync("records cannot be stored\n", context.RequestAborted);
    }
}
