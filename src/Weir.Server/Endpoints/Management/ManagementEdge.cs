using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Management;

/// <summary>What all management operations share: a management key, a JSON body, and refusals as answers.</summary>
internal sealed class ManagementEdge(Authorization authorization)
{
    private const long LargestBody = 256 * 1024;

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
    /// <exception cref="GatewayException">400: not JSON. 413: too large.</exception>
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
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.PayloadTooLarge, $"Request payload too large: at most {LargestBody / 1024} KiB here."));
        }
        catch (JsonException wrong)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, $"The request body is not valid JSON: {wrong.Message}"));
        }
    }
}
