using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Weir.Server.Endpoints.Scim;

/// <summary><c>/scim/v2/ServiceProviderConfig</c>: what of SCIM is there.</summary>
internal sealed class ScimConfigEndpoint(ScimEdge edge)
{
    public void Map(IEndpointRouteBuilder routes) => edge.Map(routes, "GET", "/ServiceProviderConfig", ShowAsync);

    private static Task ShowAsync(HttpContext context) => ScimResponse.WriteAsync(context, new JsonObject
    {
        ["schemas"] = new JsonArray(ScimSchemas.ProviderConfig),
        ["patch"] = Supported(true),
        ["bulk"] = new JsonObject { ["supported"] = false, ["maxOperations"] = 0, ["maxPayloadSize"] = 0 },
        ["filter"] = new JsonObject { ["supported"] = true, ["maxResults"] = 200 },
        ["changePassword"] = Supported(false),
        ["sort"] = Supported(false),
        ["etag"] = Supported(false),
        ["authenticationSchemes"] = new JsonArray(new JsonObject
        {
            ["type"] = "oauthbearertoken",
            ["name"] = "Management key",
            ["description"] = "A management key as bearer token",
            ["primary"] = true,
        }),
    });

    private static JsonObject Supported(bool isSupported) => new() { ["supported"] = isSupported };
}
