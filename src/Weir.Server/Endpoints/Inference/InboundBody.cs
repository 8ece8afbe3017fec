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

    // An announced length is believed up to here; who announces more must send it before there is room for it.
    private const int FirstRoom = 256 * 1024;
    private const int UnannouncedRoom = 4096;

    /// <summary>The whole body as JSON.</summary>
    /// <exception cref="GatewayException">400, 413 or 415.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context, IProtocol protocol, BodyRoom room)
    {
        try
        {
            var body = await ReadAllAsync(context, protocol, room);

            // Some clients write a byte order mark before the text.
            return body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
        }
        catch (BadHttpRequestException broken)
        {
            // Its sender's fault: a body that ends before its announced length, or chunks that are none.
            throw Broken($"The request cannot be read: {broken.Message}");
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            throw Broken("The connection was closed before the request was complete.");
        }
    }

    private static GatewayException Broken(string problem) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, problem));

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(HttpContext context, IProtocol protocol, BodyRoom room)
    {
        RequirePlain(context.Request.Headers.ContentEncoding.ToString());
        var form = FormBoundary(context.Request.ContentType, protocol);
        var body = await ReadBodyAsync(context.Request, room);
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

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, BodyRoom room)
    {
        if (request.ContentLength > LargestBody)
        {
            throw TooLarge();
        }

        // Taken out of the connection's buffers as it comes: they hold a piece of it, and not all of it beside ours.
        var announced = (int)Math.Min(request.ContentLength ?? UnannouncedRoom, FirstRoom);
        await room.TakeAsync(Math.Max(announced, 1), request.HttpContext.RequestAborted);
        var body = new byte[announced];
        var length = 0;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            var piece = read.Buffer;
            if (length + piece.Length > LargestBody)
            {
                throw TooLarge();
            }

            if (length + piece.Length > body.Length)
            {
                var larger = Math.Max(length + piece.Length, Math.Min(body.Length * 2L, request.ContentLength ?? LargestBody));
                room.Grow(larger);
                Array.Resize(ref body, (int)larger);
            }

            piece.CopyTo(body.AsSpan(length));
            length += (int)piece.Length;
            request.BodyReader.AdvanceTo(piece.End);
            if (read.IsCompleted)
            {
                return body.AsMemory(0, length);
            }
        }
    }

    private static GatewayException TooLarge() => new(GatewayError.Client(
        GatewayErrorCode.PayloadTooLarge,
        $"Request payload too large: at most {LargestBody / (1024 * 1024)} MiB. Send media by URL, or fewer messages."));
}
