namespace Weir.OpenRouter;

/// <summary>Turns a code into a key. <c>POST /auth/keys</c>, which needs no key itself; <see cref="Pkce.Exchange"/> makes it.</summary>
public sealed record CodeExchangeRequest : WireRecord
{
    /// <summary>The code that came back with the user. It works once, and 10 minutes long.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// How the challenge was made. One of <c>S256</c>, <c>plain</c>; null means as when the code was asked for. Another one is refused with 400.
    /// </summary>
    public string? CodeChallengeMethod { get; init; }

    /// <summary>The secret of the challenge; null if there was none. A wrong one is refused with 403.</summary>
    public string? CodeVerifier { get; init; }
}
