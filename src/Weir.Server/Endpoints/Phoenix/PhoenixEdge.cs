using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Traces;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>What the operations of Phoenix's API share: a key, a line in the log of changes, a JSON body, and refusals as plain text.</summary>
internal sealed partial class PhoenixEdge(RequestAuthenticator authenticator, ManagementEdge management, ILogger<PhoenixEdge> logger)
{
    private const long LargestBody = 64 << 20;

    /// <summary>An operation for any key: reading, sending and annotating what its workspace traces.</summary>
    public RequestDelegate AnyKey(Func<HttpContext, Caller, Task> operation) => context => RunAsync(context, operation, managementOnly: false);

    /// <summary>An operation for management keys: it changes or deletes what others rely on, and leaves a line in the log of changes.</summary>
    public RequestDelegate ManagementKey(Func<HttpContext, Caller, Task> operation)
    {
        var noted = management.Noted(operation);
        return context => RunAsync(context, noted, managementOnly: true);
    }

    /// <summary>The body of a request.</summary>
    /// <exception cref="GatewayException">422: not JSON.</exception>
    public static async Task<JsonDocument> ParseAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        }
        catch (JsonException wrong)
        {
            throw Unprocessable($"The request body is not valid JSON: {wrong.Message}");
        }
    }

    public static GatewayException Unprocessable(string problem) => new(GatewayError.Client(GatewayErrorCode.Unprocessable, problem));

    public static GatewayException Conflict(string problem) => new(GatewayError.Client(GatewayErrorCode.Conflict, problem));

    public static GatewayException NotFound(string problem) => new(GatewayError.Client(GatewayErrorCode.NotFound, problem));

    private async Task RunAsync(HttpContext context, Func<HttpContext, Caller, Task> operation, bool managementOnly)
    {
        PhoenixVersion.AddTo(context.Response);
        if (authenticator.Authenticate(context) is not { } caller)
        {
            await PhoenixResponse.UnauthenticatedAsync(context);
            return;
        }

        if (managementOnly && caller.Key.Kind != KeyKind.Management)
        {
            await PhoenixResponse.RefuseAsync(context, StatusCodes.Status403Forbidden, "Only a management key may do this.");
            return;
        }

        try
        {
            await operation(context, caller);
        }
        catch (GatewayException refusal)
        {
            await RefuseAsync(context, refusal.Error.Status, refusal.Error.Message);
        }
        catch (TimeoutException slow)
        {
            await RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, $"{slow.Message} Narrow the time range, or ask for fewer items.");
        }
        catch (IOException failure) when (failure is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            // A full disk, most likely: it passes, so the caller may come back.
            Log.NotStored(logger, failure, context.Request.Method, context.Request.Path);
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "It could not be stored. Try again in a while.");
        }
    }

    // An export that breaks off must not look like a whole one.
    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        return PhoenixResponse.RefuseAsync(context, status, text);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} could not be stored.")]
        public static partial void NotStored(ILogger logger, Exception failure, string method, string path);
    }
}
