using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Weir.Ledger.Sessions;
using Weir.Server.Configuration;

namespace Weir.Server.Auth.Oidc;

/// <summary>Signs users in by an identity provider: the authorization code flow with PKCE, state and nonce.</summary>
internal sealed class OidcSignIn(OidcClient client, OidcMetadataState metadata, IdTokenReader tokens, SignInTickets tickets, UserProvisioning users, SessionRegistrar sessions)
{
    private const int LongestCode = 8 * 1024;

    /// <summary>Begins a sign-in.</summary>
    /// <returns>Where the browser is to go, and the cookie it is to come back with.</returns>
    /// <exception cref="OidcException">The provider cannot be reached.</exception>
    public async Task<(string Address, string Cookie)> BeginAsync(OidcConfiguration configuration, string next, CancellationToken cancellationToken)
    {
        var provider = await metadata.ReadAsync(configuration.Issuer, cancellationToken);
        var (ticket, cookie) = tickets.Make(configuration.Issuer, next);
        var address = QueryHelpers.AddQueryString(provider.AuthorizationEndpoint.AbsoluteUri, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = configuration.ClientId,
            ["redirect_uri"] = configuration.RedirectUri.AbsoluteUri,
            ["scope"] = string.Join(' ', configuration.Scopes),
            ["state"] = ticket.State,
            ["nonce"] = ticket.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(ticket.Verifier))),
            ["code_challenge_method"] = "S256",
        });
        return (address, cookie);
    }

    /// <summary>Ends a sign-in with what the browser brought back.</summary>
    /// <exception cref="OidcException">It does not let anybody in.</exception>
    public async Task<(NewSession Session, string Next)> EndAsync(OidcConfiguration configuration, string? secret, IQueryCollection query, string? cookie, CancellationToken cancellationToken)
    {
        // First of all: only the browser that began may learn anything, and once.
        if (tickets.TakeBack(cookie, query["state"].ToString()) is not { } ticket || ticket.Issuer != configuration.Issuer)
        {
            throw new OidcException(StatusCodes.Status400BadRequest, "This sign-in was not begun in this browser, was ended before, or took more than ten minutes. Sign in again.");
        }

        var provider = await metadata.ReadAsync(configuration.Issuer, cancellationToken);
        CheckIssuer(query, provider, configuration.Issuer);
        if (query.ContainsKey("error"))
        {
            throw new OidcException(StatusCodes.Status403Forbidden, "The identity provider did not let you in.", $"it answered with the error '{ErrorOf(query)}'");
        }

        if (query["code"] is not [{ Length: > 0 and <= LongestCode } code])
        {
            throw new OidcException(StatusCodes.Status400BadRequest, "The identity provider's answer has no code. Sign in again.");
        }

        var token = await client.ExchangeAsync(provider, configuration, secret, code, ticket.Verifier, cancellationToken);
        var identity = await tokens.ReadAsync(token, configuration, ticket.Nonce, cancellationToken);
        var user = await users.SignInAsync(identity, configuration, cancellationToken);
        return (await sessions.OpenAsync(user, configuration.SessionLifetime, cancellationToken), ticket.Next);
    }

    // A provider that was mixed up with another one does not get that one's code (RFC 9207).
    private static void CheckIssuer(IQueryCollection query, OidcMetadata provider, string issuer)
    {
        var named = query["iss"].ToString();
        if (named.Length == 0 ? provider.SendsIssuer : named != issuer)
        {
            throw new OidcException(StatusCodes.Status400BadRequest, "The answer came from another identity provider than the one that was asked. Sign in again.");
        }
    }

    // Error codes are words; whatever else stands there does not reach the log.
    private static string ErrorOf(IQueryCollection query) =>
        query["error"].ToString() is { Length: > 0 and <= 64 } error && error.All(letter => letter is '_' || char.IsAsciiLetterLower(letter)) ? error : "unknown";
}
