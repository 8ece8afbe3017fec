using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Telemetry;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Inference;

/// <summary>The operations that call models.</summary>
internal sealed partial class InferenceEndpoints(InboundReader reader, ChatPipeline pipeline, GatewayMetrics metrics, ILogger<InferenceEndpoints> logger)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost("/api/v1/chat/completions", ChatAsync);
        _ = routes.MapPost("/v1/chat/completions", ChatAsync);
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
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // The client left while its body was read: nobody to answer, nothing to record.
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure, context.Response.Headers["X-Generation-Id"].ToString());
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            await ErrorResponse.WriteAsync(context, GatewayError.Gateway(GatewayErrorCode.Internal, "Internal Server Error"));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Request {Id} failed inside the gateway.")]
        public static partial void Failed(ILogger logger, Exception failure, string id);
    }
}
