namespace Weir.Server.Auth.Oidc;

/// <summary>A sign-in under way; sealed in a cookie of the browser that began it, so that no other browser can end it.</summary>
/// <param name="State">Comes back with the browser.</param>
/// <param name="Nonce">Comes back in the token.</param>
/// <param name="Verifier">Redeems the code.</param>
/// <param name="Next">The page to go on to.</param>
/// <param name="Issuer">Who was asked.</param>
/// <param name="ExpiresAt">Unix seconds.</param>
internal sealed record SignInTicket(string State, string Nonce, string Verifier, string Next, string Issuer, long ExpiresAt);
