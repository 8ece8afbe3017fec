using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;
using Weir.Tracing.Ingest;

namespace Weir.Server.Endpoints.Inference;

/// <summary>Stage 1: turns an HTTP request into an <see cref="Inbound"/>.</summary>
internal sealed class InboundReader(TimeProvider time, ByteBudget bodies, CancellationToken serverStopping)
{
    /// <summary>Names the record of an exchange.</summary>
    public const string GenerationHeader = "X-Generation-Id";

    private const string SimulatorPrefix = "x-sim-";

    /// <summary>Reads the headers of a request; the body is for later, when it is known who sends it.</summary>
    public Inbound Read(HttpContext context, IProtocol protocol)
    {
        var started = time.GetTimestamp();
        var received = time.GetUtcNow();
        var id = GenerationId.New(received);
        context.Response.Headers[GenerationHeader] = id.Value;
        var headers = HeadersOf(context.Request.Headers);
        var room = new BodyRoom(bodies, time);
        context.Response.RegisterForDispose(room);
        return new Inbound
        {
            Id = id,
            Protocol = protocol,
            Headers = headers,
            ReceiveBodyAsync = () => InboundBody.ReadAsync(context, protocol, room),
            Room = room,
            ReceivedAt = received,
            StartedTimestamp = started,
            Trace = TraceContext.From(headers.TraceParent, headers.TraceState),
            Client = new ClientWriter(context.Response.BodyWriter, head => Send(context.Response, head), context.Abort, time, context.RequestAborted),
            Stages = new StageLogState(time),
            ServerStopping = serverStopping,
        };
    }

    private static InboundHeaders HeadersOf(IHeaderDictionary headers) => new()
    {
        Key = RequestAuthenticator.FindKey(headers),
        TraceParent = Text(headers, "traceparent"),
        TraceState = Text(headers, "tracestate"),
        HttpReferer = Text(headers, "HTTP-Referer") ?? Text(headers, "Referer"),
        AppTitle = Text(headers, "X-OpenRouter-Title") ?? Text(headers, "X-Title"),
        AppCategories = Text(headers, "X-OpenRouter-Categories"),
        UserAgent = Text(headers, "User-Agent"),
        SessionId = Text(headers, "x-session-id") is { Length: <= 256 } session ? session : null,
        AnthropicBeta = Text(headers, "x-anthropic-beta") ?? Text(headers, "anthropic-beta"),
        Cache = Text(headers, "X-OpenRouter-Cache"),
        CacheTimeToLive = Text(headers, "X-OpenRouter-Cache-TTL"),
        CacheClear = Text(headers, "X-OpenRouter-Cache-Clear"),
        WantsMetadata = IsEnabled(Text(headers, "X-OpenRouter-Metadata") ?? Text(headers, "X-OpenRouter-Experimental-Metadata")),
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

    private static bool IsEnabled(string? value) => "enabled".Equals(value, StringComparison.OrdinalIgnoreCase);

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

        foreach (var (name, value) in head.RateLimit?.Headers ?? [])
        {
            response.Headers[name] = value;
        }

        if (head.IsPermanent)
        {
            response.Headers[ErrorResponse.ShouldRetry] = "false";
        }

        foreach (var (name, value) in head.Headers)
        {
            response.Headers[name] = value;
        }

        if (head.ContentLength is null)
        {
            // Proxies in between must neither collect nor compress a stream.
            response.Headers["X-Accel-Buffering"] = "no";
            response.Headers.CacheControl = "no-cache, no-transform";
        }
    }
}
