using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Auth;
using Weir.Tracing.Ingest;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>OTLP over gRPC, written by hand over HTTP/2: one unary call, one message each way.</summary>
/// <remarks>
/// How the call ended is in the trailers. Source: grpc/doc/PROTOCOL-HTTP2.md and the OTLP specification, "OTLP/gRPC".
/// </remarks>
internal sealed class OtlpGrpcEndpoint(RequestAuthenticator authenticator, OtlpIngest ingest, IngestLimits limits)
{
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
            await GrpcFrame.WriteAsync(context.Response.Body, OtlpMessages.Response(result!, OtlpEncoding.Protobuf), context.RequestAborted);
        }

        GrpcTrailers.Write(context.Response, refusal);
    }

    private async Task<OtlpReceived> ExportAsync(HttpContext context)
    {
        if (authenticator.AuthenticateSender(context) is not { } caller)
        {
            return new OtlpReceived(null, OtlpRefusal.NoKey);
        }

        if (context.Request.ContentLength > limits.BodyBytes + (long)GrpcFrame.HeadBytes)
        {
            return new OtlpReceived(null, OtlpRefusal.TooLarge(limits.BodyBytes));
        }

        ingest.AllowLargeBody(context, GrpcFrame.HeadBytes);
        var received = await ReceiveAsync(context, caller);
        return received.Result is { } result ? new OtlpReceived(result, await ingest.StoreAsync(result, context.RequestAborted)) : received;
    }

    private async Task<OtlpReceived> ReceiveAsync(HttpContext context, Caller caller)
    {
        if (await GrpcFrame.ReadHeadAsync(context.Request.Body, context.RequestAborted) is not { } frame)
        {
            return new OtlpReceived(null, OtlpRefusal.Malformed("The call has no message."));
        }

        if (frame.Length > (uint)limits.BodyBytes)
        {
            return new OtlpReceived(null, OtlpRefusal.TooLarge(limits.BodyBytes));
        }

        var encoding = frame.IsCompressed ? context.Request.Headers["grpc-encoding"].ToString() : "identity";
        await using var message = OtlpCompression.Inflate(context.Request.Body, encoding);
        return message is null
            ? new OtlpReceived(null, new OtlpRefusal(StatusCodes.Status415UnsupportedMediaType, RpcCode.Unimplemented, $"grpc-encoding '{encoding}' is not accepted. Send gzip or identity."))
            : await ingest.ReceiveAsync(message, new OtlpForm(OtlpEncoding.Protobuf, frame.IsCompressed ? null : frame.Length), caller, context);
    }
}
