using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints;

/// <summary>The outermost edge: an operation that fails unexpectedly is logged, and its caller told no more than that.</summary>
internal static partial class ErrorEdge
{
    public static void Use(IApplicationBuilder web, ILogger logger) => web.Use(next => async context =>
    {
        try
        {
            await next(context);
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // The client left: nobody to answer.
        }
        catch (BadHttpRequestException refused)
        {
            // The request itself is broken, a body that ends before its announced length for example: its sender's fault, and no reason to try again.
            var code = refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? GatewayErrorCode.PayloadTooLarge : GatewayErrorCode.InvalidRequest;
            await AnswerAsync(context, GatewayError.Client(code, $"The request cannot be read: {refused.Message}"));
        }
        catch (TimeoutException slow)
        {
            // A read that took longer than a read may: a client error, because the same question takes as long next time.
            await AnswerAsync(context, GatewayError.Client(GatewayErrorCode.Unprocessable, $"{slow.Message} Ask for less."));
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure, context.Request.Method, context.Request.Path);
            await AnswerAsync(context, GatewayError.Gateway(GatewayErrorCode.Internal, "Internal Server Error"));
        }
    });

    private static async Task AnswerAsync(HttpContext context, GatewayError error)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        await ErrorResponse.WriteAsync(context, error);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
        public static partial void Failed(ILogger logger, Exception failure, string method, string path);
    }
}
