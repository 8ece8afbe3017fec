using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Scim;

/// <summary>What all provisioning operations share: a management key, the log of changes, and refusals in SCIM's form.</summary>
internal sealed class ScimEdge(ManagementEdge edge)
{
    public const string Root = "/scim/v2";

    public void Map(IEndpointRouteBuilder routes, string method, string path, Func<HttpContext, Task> operation) =>
        routes.MapMethods(Root + path, [method], edge.Guard((context, _) => RunAsync(context, operation)));

    /// <summary>The body of a request.</summary>
    /// <exception cref="ScimException">It is no JSON object.</exception>
    public static async Task<JsonElement> ReadAsync(HttpContext context)
    {
        using var document = await ManagementBody.ParseAsync(context);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw new ScimException(StatusCodes.Status400BadRequest, "invalidSyntax", "The request body must be a JSON object.");
    }

    private static async Task RunAsync(HttpContext context, Func<HttpContext, Task> operation)
    {
        try
        {
            await operation(context);
        }
        catch (ScimException refusal)
        {
            await ScimResponse.RefuseAsync(context, refusal.Status, refusal.Type, refusal.Message);
        }
        catch (GatewayException refusal)
        {
            await ScimResponse.RefuseAsync(context, refusal.Error.Status, "invalidSyntax", refusal.Error.Message);
        }
    }
}
