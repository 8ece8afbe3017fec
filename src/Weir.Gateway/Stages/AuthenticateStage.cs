using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Stages;

/// <summary>Stage 2: who is calling, and may this key call models.</summary>
/// <param name="keys">Every key.</param>
/// <param name="everybody">Whom all calls count as, whatever key they name, on a server that keeps no books; null: keys are asked for.</param>
public sealed class AuthenticateStage(KeyDirectory keys, Caller? everybody = null)
{
    public static GatewayError MissingKey { get; } =
        GatewayError.Client(GatewayErrorCode.Unauthenticated, "Missing Authentication header. Send Authorization: Bearer <key>.");

    public static GatewayError UnknownKey { get; } =
        GatewayError.Client(GatewayErrorCode.Unauthenticated, "Invalid credentials. The key is unknown, disabled or expired.");

    private static GatewayError NotForModels { get; } = GatewayError.Client(
        GatewayErrorCode.PermissionDenied,
        "This is a management key: it manages, but cannot call models. Make an inference key with it (POST /api/v1/keys).");

    /// <exception cref="GatewayException">401 without a valid key; 403 for a management key.</exception>
    public Authenticated Run(Inbound inbound)
    {
        if (everybody is not null)
        {
            return new Authenticated(inbound, everybody);
        }

        if (inbound.Headers.Key is not { } key)
        {
            throw new GatewayException(MissingKey);
        }

        var caller = keys.Authenticate(key, inbound.ReceivedAt)
            ?? throw new GatewayException(UnknownKey);
        return caller.Key.Kind == KeyKind.Inference
            ? new Authenticated(inbound, caller)
            : throw new GatewayException(NotForModels);
    }
}
