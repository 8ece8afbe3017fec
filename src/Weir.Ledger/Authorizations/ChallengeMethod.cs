namespace Weir.Ledger.Authorizations;

/// <summary>How a code challenge is made of its verifier.</summary>
public enum ChallengeMethod
{
    /// <summary>It is the verifier.</summary>
    Plain,

    /// <summary>It is the SHA-256 of the verifier, as base64url.</summary>
    S256,
}
