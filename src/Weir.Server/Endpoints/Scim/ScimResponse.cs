using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Scim;

/// <summary>Answers provisioning requests.</summary>
internal static class ScimResponse
{
    public static async Task WriteAsync(HttpContext context, JsonObject resource, int status = StatusCodes.Status200OK)
    {
        var json = Encoding.UTF8.GetBytes(resource.ToJsonString());
        context.Response.StatusCode = status;
        context.Response.ContentType = ScimSchemas.MediaType;
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    public static Task RefuseAsync(HttpContext context, int status, string? type, string detail)
    {
        var error = new JsonObject
        {
            ["schemas"] = new JsonArray(ScimSchemas.Error),
            ["status"] = status.ToString(CultureInfo.InvariantCulture),
            ["detail"] = detail,
        };
        if (type is not null)
        {
            error["scimType"] = type;
        }

        return WriteAsync(context, error, status);
    }
}
