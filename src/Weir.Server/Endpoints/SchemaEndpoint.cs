using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Weir.Server.Endpoints;

/// <summary><c>GET /weir.schema.json</c>: what may stand in <c>weir.json</c>, for editors. A test compares it with the reader of that file.</summary>
internal static class SchemaEndpoint
{
    private static readonly byte[] Schema = Load();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/weir.schema.json", WriteAsync);

    private static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "application/schema+json";
        context.Response.ContentLength = Schema.Length;
        return context.Response.Body.WriteAsync(Schema, context.RequestAborted).AsTask();
    }

    private static byte[] Load()
    {
        using var stream = typeof(SchemaEndpoint).Assembly.GetManifestResourceStream("weir.schema.json")!;
        var schema = new byte[stream.Length];
        stream.ReadExactly(schema);
        return schema;
    }
}
