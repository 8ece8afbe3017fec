using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes an error, as a response or as the data of an event.</summary>
/// <remarks><code>{"type":"error","error":{"type":"not_found_error","message":"…","error_type":"not_found","metadata":{…}},"request_id":"gen-…"}</code></remarks>
internal static class MessagesError
{
    public static ReadOnlyMemory<byte> Write(GatewayError error, GenerationId? id) => MessageBody.Write(writer =>
    {
        writer.WriteString("type"u8, "error"u8);
        writer.WriteStartObject("error"u8);
        writer.WriteString("type"u8, TypeOf(error.Code));
        writer.WriteString("message"u8, error.Message);
        writer.WriteString("error_type"u8, error.Type);
        ErrorEnvelopeWriter.WriteDetails(writer, error);
        writer.WriteEndObject();
        writer.WriteString("request_id"u8, id?.Value);
        ErrorEnvelopeWriter.WriteRouterMetadata(writer, error);
    });

    private static string TypeOf(GatewayErrorCode code) => code switch
    {
        GatewayErrorCode.Unauthenticated => "authentication_error",
        GatewayErrorCode.PermissionDenied => "permission_error",
        GatewayErrorCode.PaymentRequired => "billing_error",
        GatewayErrorCode.NotFound => "not_found_error",
        GatewayErrorCode.RateLimited => "rate_limit_error",
        GatewayErrorCode.ProviderOverloaded => "overloaded_error",
        GatewayErrorCode.Timeout => "timeout_error",
        GatewayErrorCode.InvalidRequest or GatewayErrorCode.InvalidPrompt or GatewayErrorCode.ContextLengthExceeded or GatewayErrorCode.ContentPolicyViolation
            or GatewayErrorCode.PayloadTooLarge or GatewayErrorCode.UnsupportedMediaType or GatewayErrorCode.Unprocessable
            or GatewayErrorCode.MethodNotAllowed or GatewayErrorCode.Conflict => "invalid_request_error",
        _ => "api_error",
    };
}
