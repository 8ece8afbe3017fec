using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Weir.Ledger.Authorizations;

/// <summary>What proves that an authorization code is redeemed by whoever asked for it.</summary>
/// <remarks>Source: RFC 7636. Some clients pad the challenge with equals signs, which base64url does not have.</remarks>
public sealed record CodeChallenge(string Text, ChallengeMethod Method)
{
    /// <summary>Whether a verifier belongs to it. Compares in constant time.</summary>
    public bool IsMetBy(string verifier)
    {
        var utf8 = Encoding.UTF8.GetBytes(verifier);
        var made = Method == ChallengeMethod.S256 ? Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(utf8))) : utf8;
        var wanted = Encoding.UTF8.GetBytes(Method == ChallengeMethod.S256 ? Text.TrimEnd('=') : Text);
        return CryptographicOperations.FixedTimeEquals(made, wanted);
    }
}
