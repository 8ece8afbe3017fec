using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Gateway.Protocols.Plain;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Inference;

/// <summary>Reads the body of an inference request: JSON, or a form with a file that is written as JSON.</summary>
internal static class InboundBody
{
    // Room for a long context with inline media; anything larger is refused before it is read.
    private const int LargestBody = 64 * 1024 * 1024;

    /// <summary>The whole body as JSON.</summary>
    /// <exception cref="GatewayException">400, 413 or 415.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context, IProtocol protocol)
    {
        RequirePlain(context.Request.Headers.ContentEncoding.ToString());
        var form = FormBoundary(context.Request.ContentType, protocol);
        var body = await ReadBodyAsync(context.Request);
        return form is null ? body : await TranscriptionFormReader.ReadAsync(body, form, context.RequestAborted);
    }

    // Null for JSON, which is what an operation takes; a file comes in a form.
    private static string? FormBoundary(string? contentType, IProtocol protocol)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            return null;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            throw WrongType(contentType);
        }

        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (protocol == PlainProtocol.Transcription && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary
                ? boundary.ToString()
                : throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, "Content-Type is multipart/form-data without a boundary. Let the HTTP client write this header."));
        }

        throw WrongType(type.MediaType.ToString());
    }

    private static GatewayException WrongType(string mediaType) => new(GatewayError.Client(
        GatewayErrorCode.UnsupportedMediaType,
        $"Content-Type is '{mediaType}'; this operation takes JSON. Send Content-Type: application/json."));

    private static void RequirePlain(string encoding)
    {
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new GatewayException(GatewayError.Client(
                GatewayErrorCode.UnsupportedMediaType,
                $"Content-Encoding is '{encoding}'; this operation takes bodies without compression."));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBody)
        {
            throw TooLarge();
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > LargestBody)
            {
                throw TooLarge();
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static GatewayException TooLarge() => new(GatewayError.Client(
        GatewayErrorCode.PayloadTooLarge,
        $"Request payload too large: at most {LargestBody / (1024 * 1024)} MiB. Send media by URL, or fewer messages."));
}
