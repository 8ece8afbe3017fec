using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Server.Endpoints.Catalogue;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary><c>GET /openapi.json</c> and <c>GET /openapi.yaml</c>: the description of the API.</summary>
/// <remarks>Made when it is first asked for: the schemas of all records were a third of what a start had to compile.</remarks>
internal sealed class OpenApiEndpoint
{
    // Read by people too: nothing is escaped that JSON does not ask for. It is never put into a page.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<(byte[] Json, byte[] Yaml)> _document = new(Write);

    public void Map(IEndpointRouteBuilder routes)
    {
        CatalogueRoutes.MapAt(routes, "/openapi.json", context => WriteAsync(context, "application/json", _document.Value.Json));
        CatalogueRoutes.MapAt(routes, "/openapi.yaml", context => WriteAsync(context, "application/yaml", _document.Value.Yaml));
    }

    private static (byte[] Json, byte[] Yaml) Write()
    {
        var document = OpenApiDocument.Build();
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Readable))
        {
            document.WriteTo(writer);
        }

        return (json.ToArray(), Encoding.UTF8.GetBytes(YamlWriter.Write(document)));
    }

    private static Task WriteAsync(HttpContext context, string mediaType, byte[] body)
    {
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
