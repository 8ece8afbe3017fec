using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Management;

/// <summary>What all management operations share: a management key, a JSON body, and refusals as answers.</summary>
internal sealed class ManagementEdge(Authorization authorization)
{
    /// <summary>An operation for management keys whose refusals become error answers.</summary>
    public RequestDelegate Guard(Func<HttpContext, Caller, Task> operation) => authorization.ManagementKey(async (context, caller) =>
    {
        try
        {
            await operation(context, caller);
        }
        catch (GatewayException refusal)
        {
            await ErrorResponse.WriteAsync(context, refusal.Error);
        }
    });

    /// <summary>The body of a request.</summary>
    /// <exception cref="GatewayException">400: not JSON.</exception>
    public static async Task<JsonDocument> ParseAsync(HttpContext context)
    {
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        }
        catch (JsonException wrong)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, $"The request body is not valid JSON: {wrong.Message}"));
        }
    }
}
