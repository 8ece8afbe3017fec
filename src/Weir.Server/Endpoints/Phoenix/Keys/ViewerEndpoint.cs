using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;

namespace Weir.Server.Endpoints.Phoenix.Keys;

/// <summary>Phoenix's <c>GET /v1/user</c>: who calls. A key belongs to no person, and says so.</summary>
internal sealed class ViewerEndpoint(PhoenixEdge edge)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/user", edge.AnyKey(GetAsync));

    private static Task GetAsync(HttpContext context, Caller caller) => PhoenixJson.WriteAsync(context, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("auth_method"u8, "ANONYMOUS");
        writer.WriteEndObject();
    });
}
