using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints;

/// <summary>Answers a request with a wire record as JSON.</summary>
internal static class WireResponse
{
    public static Task WriteAsync<T>(HttpContext context, T record, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        WriteJsonAsync(context, JsonSerializer.SerializeToUtf8Bytes(record, type), status);

    /// <summary>The same with JSON that is there already.</summary>
    public static async Task WriteJsonAsync(HttpContext context, ReadOnlyMemory<byte> json, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    /// <summary>The same for a record that may be large: it leaves while it is written.</summary>
    public static Task StreamAsync<T>(HttpContext context, T record, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(context.Response.BodyWriter, record, type, context.RequestAborted);
    }
}
