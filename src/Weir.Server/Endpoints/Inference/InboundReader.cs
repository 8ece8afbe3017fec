using System.Buffers;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Gateway.Protocols.Plain;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Inference;

/// <summary>Stage 1: turns an HTTP request into an <see cref="Inbound"/>.</summary>
internal sealed class InboundReader(TimeProvider time, CancellationToken serverStopping)
{
    /// <summary>Names the record of an exchange.</summary>
    public const string GenerationHeader = "X-Generation-Id";

    // Room for a long context with inline media; anything larger is refused before it is read.
    private const int LargestBody = 64 * 1024 * 1024;
    private const string SimulatorPrefix = "x-sim-";

    /// <summary>Reads a request to its end.</summary>
    /// <exception cref="GatewayException">413 or 415.</exception>
    public async Task<Inbound> ReadAsync(HttpContext context, IProtocol protocol)
    {
        var started = time.GetTimestamp();
        var received = time.GetUtcNow();
        var id = GenerationId.New(received);
        context.Response.Headers[GenerationHeader] = id.Value;
        RequirePlain(context.Request.Headers.ContentEncoding.ToString());
        var form = FormBoundary(context.Request.ContentType, protocol);
        var body = await ReadBodyAsync(context.Request);
        if (form is not null)
        {
            body = await TranscriptionFormReader.ReadAsync(body, form, context.RequestAborted);
        }

        var headers = HeadersOf(context.Request.Headers);
        return new Inbound
        {
            Id = id,
            Protocol = protocol,
            Headers = headers,
            Body = body,
            ReceivedAt = received,
            StartedTimestamp = started,
            Trace = TraceContext.From(headers.TraceParent, headers.TraceState),
            Client = new ClientWriter(context.Response.BodyWriter, head => Send(context.Response, head), context.Abort, time, context.RequestAborted),
            Stages = new StageLogState(time),
            ServerStopping = serverStopping,
        };
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

    private static InboundHeaders HeadersOf(IHeaderDictionary headers) => new()
    {
        Key = RequestAuthenticator.FindKey(headers),
        TraceParent = Text(headers, "traceparent"),
        TraceState = Text(headers, "tracestate"),
        HttpReferer = Text(headers, "HTTP-Referer") ?? Text(headers, "Referer"),
        AppTitle = Text(headers, "X-OpenRouter-Title") ?? Text(headers, "X-Title"),
        UserAgent = Text(headers, "User-Agent"),
        SessionId = Text(headers, "x-session-id") is { Length: <= 256 } session ? session : null,
        AnthropicBeta = Text(headers, "x-anthropic-beta") ?? Text(headers, "anthropic-beta"),
        Simulator = SimulatorHeaders(headers),
    };

    private static ImmutableArray<KeyValuePair<string, string>> SimulatorHeaders(IHeaderDictionary headers)
    {
        var found = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(0);
        foreach (var (name, value) in headers)
        {
            if (name.StartsWith(SimulatorPrefix, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(new(name, value.ToString()));
            }
        }

        return found.ToImmutable();
    }

    private static string? Text(IHeaderDictionary headers, string name) =>
        headers.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;

    private static void Send(HttpResponse response, ResponseHead head)
    {
        response.StatusCode = head.Status;
        response.ContentType = head.ContentType;
        response.ContentLength = head.ContentLength;
        if (head.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString();
        }

        if (head.IsPermanent)
        {
            response.Headers[ErrorResponse.ShouldRetry] = "false";
        }

        if (head.ContentLength is null)
        {
            // Proxies in between must neither collect nor compress a stream.
            response.Headers["X-Accel-Buffering"] = "no";
            response.Headers.CacheControl = "no-cache, no-transform";
        }
    }
}
