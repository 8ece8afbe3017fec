using System.Globalization;
using Microsoft.AspNetCore.Http;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints;

/// <summary>Answers a request with an error, in the OpenRouter envelope unless another is given.</summary>
internal static class ErrorResponse
{
    /// <summary>What the official clients look at before they try a 5xx again.</summary>
    public const string ShouldRetry = "x-should-retry";

    public static GatewayError ManagementOnly { get; } =
        GatewayError.Client(GatewayErrorCode.PermissionDenied, "Only management keys can perform this operation");

    /// <summary>A request that says something that cannot be.</summary>
    public static Task InvalidAsync(HttpContext context, string problem) => WriteAsync(context, GatewayError.Client(GatewayErrorCode.InvalidRequest, problem));

    public static Task NotFoundAsync(HttpContext context, string problem) => WriteAsync(context, GatewayError.Client(GatewayErrorCode.NotFound, problem));

    public static Task WriteAsync(HttpContext context, GatewayError error) => WriteAsync(context, error, ErrorEnvelopeWriter.ToUtf8(error));

    /// <summary>Answers with an error in a protocol's own envelope.</summary>
    public static async Task WriteAsync(HttpContext context, GatewayError error, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = error.Status;
        response.ContentType = "application/json";
        if (error.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (error.IsPermanent)
        {
            response.Headers[ShouldRetry] = "false";
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
