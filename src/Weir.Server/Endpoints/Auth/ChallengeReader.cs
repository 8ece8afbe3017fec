using Weir.Gateway.Pipeline;
using Weir.Ledger.Authorizations;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Auth;

/// <summary>Reads code challenges and their methods.</summary>
internal static class ChallengeReader
{
    // RFC 7636: a verifier has 43 to 128 characters. Shorter ones are known in use.
    private const int Longest = 128;

    /// <exception cref="GatewayException">400.</exception>
    public static ChallengeMethod? Method(string? text) => text switch
    {
        null => null,
        "S256" => ChallengeMethod.S256,
        "plain" => ChallengeMethod.Plain,
        _ => throw Invalid("Invalid code_challenge_method"),
    };

    /// <summary>A challenge; one without a method is plain.</summary>
    /// <exception cref="GatewayException">400.</exception>
    public static CodeChallenge? Challenge(string? text, string? method) => (text, Method(method)) switch
    {
        (null or "", null) => null,
        (null or "", _) => throw Invalid("'code_challenge_method' is given without a 'code_challenge'. Send both, or neither."),
        ({ Length: > Longest }, _) => throw Invalid($"'code_challenge' has {text!.Length} characters; it can have {Longest} at most."),
        (_, var read) => new CodeChallenge(text, read ?? ChallengeMethod.Plain),
    };

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));
}
