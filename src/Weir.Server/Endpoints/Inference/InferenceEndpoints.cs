using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Telemetry;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Inference;

/// <summary>The operations that call models.</summary>
internal sealed class InferenceEndpoints(InboundReader reader, ChatPipeline pipeline, GatewayMetrics metrics)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var root in (string[])["/api/v1", "/v1"])
        {
            KeyOnly.Require(routes.MapPost(root + "/chat/completions", ChatAsync));
        }
    }

    private async Task ChatAsync(HttpContext context)
    {
        try
        {
            await pipeline.RunAsync(await reader.ReadAsync(context));
        }
        catch (GatewayException refusal)
        {
            // Only stage 1 throws up to here: the request was not even read.
            metrics.Refused(refusal.Error, callerKnown: false);
            await ErrorResponse.WriteAsync(context, refusal.Error);
        }
    }
}
