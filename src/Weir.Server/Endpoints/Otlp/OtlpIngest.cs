using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Weir.Ledger.Keys;
using Weir.Tracing.Ingest;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>Receives one batch of spans, however it came: body, decode, store, and only then an answer.</summary>
/// <remarks>Bodies of all requests together are bounded by <see cref="BodiesBytes"/>; past that, senders are told to come back.</remarks>
internal sealed partial class OtlpIngest(OtlpTraceReader reader, ISpanSink sink, IngestLimits limits, TimeProvider time, ILogger<OtlpIngest> logger)
{
    private const long BodiesBytes = 256L << 20;
    private const long NanosPerTick = 100;

    private readonly ByteBudget _bodies = new(BodiesBytes);

    /// <summary>Lets a request be as large as the limit, and what stands before its message; what it inflates to is counted again.</summary>
    public void AllowLargeBody(HttpContext context, int headBytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.BodyBytes + (long)headBytes;
        }
    }

    /// <summary>Reads a body to its end.</summary>
    public async Task<OtlpReceived> ReceiveAsync(Stream stream, OtlpForm form, Caller caller, HttpContext context)
    {
        try
        {
            using var body = await OtlpBody.ReadAsync(stream, limits.BodyBytes, _bodies, context.RequestAborted);
            if (body.Refusal is { } refusal)
            {
                return new OtlpReceived(null, refusal);
            }

            if (form.Length is { } length && length != body.Bytes.Length)
            {
                throw new InvalidDataException($"The message has {body.Bytes.Length} bytes, its frame says {length}.");
            }

            return new OtlpReceived(Decode(body.Bytes, form.Encoding, ContextOf(caller, context)), null);
        }
        catch (InvalidDataException malformed)
        {
            return new OtlpReceived(null, OtlpRefusal.Malformed(malformed.Message));
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new OtlpReceived(null, OtlpRefusal.TooLarge(limits.BodyBytes));
        }
    }

    /// <summary>Stores spans; null when they are as durable as configured, and the sender may be told so.</summary>
    public async Task<OtlpRefusal?> StoreAsync(IngestResult result, CancellationToken cancellationToken)
    {
        try
        {
            await sink.StoreAsync(result.Spans, cancellationToken);
            return null;
        }
        catch (IOException failure)
        {
            Log.NotStored(logger, result.Spans.Count, failure);
            return OtlpRefusal.NotStored;
        }
    }

    private IngestResult Decode(ReadOnlySpan<byte> body, OtlpEncoding encoding, IngestContext context) =>
        encoding == OtlpEncoding.Json ? reader.ReadJson(body, context) : reader.ReadProtobuf(body, context);

    private IngestContext ContextOf(Caller caller, HttpContext context) => new()
    {
        WorkspaceId = caller.WorkspaceId,
        ProjectHeader = context.Request.Headers["x-project-name"].ToString(),
        SpaceId = Text(context.Request.Headers["arize-space-id"]) ?? Text(context.Request.Headers["space_id"]),
        ReceivedUnixNanos = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NanosPerTick,
    };

    private static string? Text(StringValues values) => values.Count > 0 && !string.IsNullOrWhiteSpace(values[0]) ? values[0] : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Spans} spans were received and could not be stored; the sender was told to try again")]
        public static partial void NotStored(ILogger logger, int spans, Exception failure);
    }
}
