using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>OTLP over HTTP: <c>POST /v1/traces</c>, protobuf or JSON, compressed or not.</summary>
/// <remarks>
/// Source: OTLP specification, "OTLP/HTTP". The answer has the content type of the request; success means stored. <c>POST /v1</c> is the same:
/// exporters that take their endpoint for the whole address, as <c>arize.otel</c> gives it, send there.
/// </remarks>
internal sealed class OtlpHttpEndpoint(RequestAuthenticator authenticator, OtlpIngest ingest)
{
    private const string ProtobufType = "application/x-protobuf";
    private const string JsonType = "application/json";

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var path in (string[])["/v1/traces", "/v1"])
        {
            KeyOnly.Require(routes.MapPost(path, HandleAsync));
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var encoding = EncodingOf(context.Request.ContentType);
        if (authenticator.AuthenticateSender(context) is not { } caller)
        {
            await RefuseAsync(context, OtlpRefusal.NoKey, encoding);
            return;
        }

        if (encoding is not { } known)
        {
            await RefuseAsync(context, OtlpRefusal.Unsupported($"Content-Type '{context.Request.ContentType}' is not accepted. Send {ProtobufType} or {JsonType}."), encoding);
            return;
        }

        var compression = context.Request.Headers.ContentEncoding.ToString().Trim();
        await using var body = OtlpCompression.Inflate(context.Request.Body, compression);
        if (body is null)
        {
            await RefuseAsync(context, OtlpRefusal.Unsupported($"Content-Encoding '{compression}' is not accepted. Send gzip, deflate, or no compression."), encoding);
            return;
        }

        ingest.AllowLargeBody(context, headBytes: 0);
        var (result, refusal) = await ingest.ReceiveAsync(body, new OtlpForm(known, null), caller, context);
        refusal ??= await ingest.StoreAsync(result!, context.RequestAborted);
        if (refusal is not null)
        {
            await RefuseAsync(context, refusal, encoding);
            return;
        }

        await WriteAsync(context, StatusCodes.Status200OK, OtlpMessages.Response(result!, known), known);
    }

    // Only the media type is compared: "application/json; charset=utf-8" is JSON.
    private static OtlpEncoding? EncodingOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return null;
        }

        return type.MediaType.Value?.ToLowerInvariant() switch
        {
            ProtobufType => OtlpEncoding.Protobuf,
            JsonType => OtlpEncoding.Json,
            _ => null,
        };
    }

    private static Task RefuseAsync(HttpContext context, OtlpRefusal refusal, OtlpEncoding? encoding)
    {
        if (refusal.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        var known = encoding ?? OtlpEncoding.Json;
        return WriteAsync(context, refusal.Status, OtlpMessages.Status(refusal, known), known);
    }

    private static async Task WriteAsync(HttpContext context, int status, byte[] body, OtlpEncoding encoding)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = encoding == OtlpEncoding.Json ? JsonType : ProtobufType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
