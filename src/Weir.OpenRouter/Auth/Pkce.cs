using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Weir.OpenRouter;

/// <summary>The secret of one sign-in by which a user gives an application a key (PKCE, S256).</summary>
/// <param name="Verifier">The secret: keep it until the code comes back.</param>
/// <param name="Challenge">What the sign-in page may know of it.</param>
public sealed record Pkce(string Verifier, string Challenge)
{
    /// <summary>Makes a new one.</summary>
    public static Pkce Create()
    {
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return new Pkce(verifier, ChallengeOf(verifier));
    }

    /// <summary>The challenge of a verifier: its SHA-256 as base64url.</summary>
    public static string ChallengeOf(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    /// <summary>The page to send the user to; it comes back to <paramref name="callback"/> with <c>?code=</c>.</summary>
    /// <param name="callback">Address of the application.</param>
    /// <param name="site">Where the sign-in page is; null means <c>https://openrouter.ai</c>.</param>
    public Uri AuthorizationUrl(Uri callback, Uri? site = null)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var query = new QueryText().Add("callback_url", callback.AbsoluteUri).Add("code_challenge", Challenge).Add("code_challenge_method", "S256");
        return new Uri(site ?? new Uri("https://openrouter.ai"), $"/auth{query}");
    }

    /// <summary>The request that turns the code into a key, for <see cref="AuthClient.ExchangeCodeAsync"/>.</summary>
    public CodeExchangeRequest Exchange(string code) => new() { Code = code, CodeVerifier = Verifier, CodeChallengeMethod = "S256" };
}
