using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Management;

/// <summary>What a management operation refuses with, to be thrown.</summary>
internal static class Refusal
{
    /// <summary>400.</summary>
    public static GatewayException Invalid(string message) => Of(GatewayErrorCode.InvalidRequest, message);

    /// <summary>403.</summary>
    public static GatewayException Denied(string message) => Of(GatewayErrorCode.PermissionDenied, message);

    /// <summary>404.</summary>
    public static GatewayException NotFound(string message) => Of(GatewayErrorCode.NotFound, message);

    /// <summary>409.</summary>
    public static GatewayException Conflict(string message) => Of(GatewayErrorCode.Conflict, message);

    /// <summary>413.</summary>
    public static GatewayException TooLarge(string message) => Of(GatewayErrorCode.PayloadTooLarge, message);

    /// <summary>501.</summary>
    public static GatewayException NotBuilt(string feature) => new(GatewayError.NotBuilt(feature));

    private static GatewayException Of(GatewayErrorCode code, string message) => new(GatewayError.Client(code, message));
}
