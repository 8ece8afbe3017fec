namespace Weir.Ledger.Authorizations;

/// <summary>Why an authorization code gives no key.</summary>
public enum RedeemFailure
{
    /// <summary>The method is not the one of the challenge.</summary>
    OtherMethod,

    /// <summary>Unknown or used, or its verifier is missing or another one.</summary>
    NotValid,

    Expired,
}
