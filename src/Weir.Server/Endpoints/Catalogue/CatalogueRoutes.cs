using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>How an operation that only reads is mapped: under both roots, for GET and HEAD, and saying so to every other method.</summary>
internal static class CatalogueRoutes
{
    private const string Allowed = "GET, HEAD, OPTIONS";

    // Behind every real operation at the same address, before those that say what is not there.
    private const int Order = 900;

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes, string path, RequestDelegate operation)
    {
        foreach (var root in (string[])["/api/v1", "/v1"])
        {
            MapAt(routes, root + path, operation);
        }
    }

    /// <summary>The same at one address.</summary>
    public static void MapAt(IEndpointRouteBuilder routes, string path, RequestDelegate operation)
    {
        _ = routes.MapMethods(path, Read, operation);
        _ = routes.Map(path, OtherMethodAsync).WithOrder(Order);
    }

    private static Task OtherMethodAsync(HttpContext context)
    {
        context.Response.Headers.Allow = Allowed;
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return ErrorResponse.WriteAsync(context, GatewayError.Client(
            GatewayErrorCode.MethodNotAllowed,
            $"{context.Request.Method} is not possible at {context.Request.Path}; it can only be read: GET."));
    }
}
