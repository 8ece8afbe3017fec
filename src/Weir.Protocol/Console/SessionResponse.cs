namespace Weir.Protocol.Console;

/// <summary>Who is signed in, and how else one can sign in than with a key or a link.</summary>
/// <param name="Data">Null: nobody.</param>
/// <param name="Oidc">The identity provider; null: none is configured.</param>
public sealed record SessionResponse(SessionRecord? Data, IdentityProviderRecord? Oidc);
