using System.Buffers.Binary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Auth;
using Weir.Tracing.Ingest;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>OTLP over gRPC, written by hand over HTTP/2: one unary call, one message each way.</summary>
/// <remarks>
/// A message is a frame: <code>00 | 00 00 00 05 | 68 65 6c 6c 6f</code>, compressed or not, its length in four bytes, the message.
/// How the call ended is in the trailers. Source: grpc/doc/PROTOCOL-HTTP2.md and the OTLP specification, "OTLP/gRPC".
/// </remarks>
internal sealed class OtlpGrpcEndpoint(RequestAuthenticator authenticator, OtlpIngest ingest, IngestLimits limits)
{
    private const int FrameHead = 5;

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/opentelemetry.proto.collector.trace.v1.TraceService/Export", HandleAsync);

    private async Task HandleAsync(HttpContext context)
    {
        var isGrpc = context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;
        if (!isGrpc || !context.Response.SupportsTrailers())
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-accept-encoding"] = "identity,gzip";
        var (result, refusal) = await ExportAsync(context);
        if (refusal is null)
        {
            await WriteMessageAsync(context, OtlpMessages.Response(result!, OtlpEncoding.Protobuf));
        }

        GrpcTrailers.Write(context.Response, refusal);
    }

    private async Task<OtlpReceived> ExportAsync(HttpContext context)
    {
        if (authenticator.Authenticate(context.Request.Headers) is not { } caller)
        {
            return new OtlpReceived(null, OtlpRefusal.NoKey);
        }

        ingest.AllowLargeBody(context);
        var received = await ReceiveAsync(context, caller);
        return received.Result is { } result ? new OtlpReceived(result, await ingest.StoreAsync(result, context.RequestAborted)) : received;
    }

    private async Task<OtlpReceived> ReceiveAsync(HttpContext context, Caller caller)
    {
        var head = new byte[FrameHead];
        if (await context.Request.Body.ReadAtLeastAsync(head, FrameHead, throwOnEndOfStream: false, context.RequestAborted) < FrameHead)
        {
            return new OtlpReceived(null, OtlpRefusal.Malformed("The call has no message."));
        }

        if (BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(1)) > (uint)limits.BodyBytes)
        {
            return new OtlpReceived(null, OtlpRefusal.TooLarge(limits.BodyBytes));
        }

        var encoding = head[0] == 0 ? "identity" : context.Request.Headers["grpc-encoding"].ToString();
        await using var message = OtlpIngest.Inflate(context.Request.Body, encoding);
        return message is null
            ? new OtlpReceived(null, new OtlpRefusal(StatusCodes.Status415UnsupportedMediaType, RpcCode.Unimplemented, $"grpc-encoding '{encoding}' is not accepted. Send gzip or identity."))
            : await ingest.ReceiveAsync(message, OtlpEncoding.Protobuf, caller, context);
    }

    private static async Task WriteMessageAsync(HttpContext context, byte[] message)
    {
        var frame = new byte[FrameHead + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, FrameHead);
        await context.Response.Body.WriteAsync(frame, context.RequestAborted);
    }
}
