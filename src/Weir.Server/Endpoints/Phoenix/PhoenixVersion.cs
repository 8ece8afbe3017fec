using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>The version of Phoenix whose API this is: the official clients ask for it before they use what older servers lack.</summary>
internal static class PhoenixVersion
{
    private const string Header = "x-phoenix-server-version";

    // The newest that @arizeai/phoenix-client 6.14 asks for.
    private const string Served = "15.5.0";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/arize_phoenix_version", WriteAsync);

    /// <summary>Says it beside another answer.</summary>
    public static void AddTo(HttpResponse response) => response.Headers[Header] = Served;

    private static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Served, context.RequestAborted);
    }
}
