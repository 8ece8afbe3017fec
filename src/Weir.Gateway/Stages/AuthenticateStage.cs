using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Stages;

/// <summary>Stage 2: who is calling, and may this key call models.</summary>
public sealed class AuthenticateStage(KeyDirectory keys)
{
    /// <exception cref="GatewayException">401 without a valid key; 403 for a management key.</exception>
    public Authenticated Run(Inbound inbound)
    {
        if (inbound.Headers.Key is not { } key)
        {
            throw Refuse(GatewayErrorCode.Unauthenticated, "Missing Authentication header. Send Authorization: Bearer <key>.");
        }

        var caller = keys.Authenticate(key, inbound.ReceivedAt)
            ?? throw Refuse(GatewayErrorCode.Unauthenticated, "Invalid credentials. The key is unknown, disabled or expired.");
        return caller.Key.Kind == KeyKind.Inference
            ? new Authenticated(inbound, caller)
            : throw Refuse(GatewayErrorCode.PermissionDenied, "This is a management key: it manages, but cannot call models. Make an inference key with it (POST /api/v1/keys).");
    }

    private static GatewayException Refuse(GatewayErrorCode code, string message) => new(GatewayError.Client(code, message));
}
