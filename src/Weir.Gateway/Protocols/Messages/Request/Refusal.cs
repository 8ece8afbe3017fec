using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Makes the refusals of a request that cannot be translated.</summary>
internal static class Refusal
{
    public static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));

    public static GatewayException NotBuilt(string feature) => new(GatewayError.NotBuilt(feature));
}
