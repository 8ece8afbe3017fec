using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Answers of Phoenix's API: refusals are plain text.</summary>
internal static class PhoenixResponse
{
    public static Task UnauthenticatedAsync(HttpContext context) =>
        RefuseAsync(context, StatusCodes.Status401Unauthorized, "No valid key. Send Authorization: Bearer <key>; it must be active.");

    public static Task NoSuchProjectAsync(HttpContext context, string identifier) =>
        RefuseAsync(context, StatusCodes.Status404NotFound, $"There is no project with the id or name '{identifier}'.");

    public static Task UnprocessableAsync(HttpContext context, string problem) =>
        RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, problem);

    public static async Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
