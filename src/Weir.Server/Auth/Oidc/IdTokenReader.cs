using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Weir.Server.Configuration;

namespace Weir.Server.Auth.Oidc;

/// <summary>Checks ID tokens: who signed them, for whom, for which sign-in, and until when; then reads who they are about.</summary>
internal sealed class IdTokenReader(OidcMetadataState metadata, TimeProvider time)
{
    private const int LongestToken = 256 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    // Signatures with a private key only: with none, or with a shared secret, anybody could make a token.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken };

    /// <summary>Whom a token is about.</summary>
    /// <param name="text">As the token endpoint gave it.</param>
    /// <param name="configuration">Whose tokens are good, and which claims count.</param>
    /// <param name="nonce">What the sign-in began with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OidcException">The token is not good.</exception>
    public async Task<Identity> ReadAsync(string text, OidcConfiguration configuration, string nonce, CancellationToken cancellationToken)
    {
        if (text.Length > LongestToken || !_handler.CanReadToken(text))
        {
            throw NotGood("it cannot be read");
        }

        var token = _handler.ReadJsonWebToken(text);
        var result = await _handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = configuration.ClientId,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            IssuerSigningKeys = await metadata.KeysAsync(configuration.Issuer, token.Kid, cancellationToken),
            LifetimeValidator = IsAlive,
        });
        if (!result.IsValid)
        {
            throw NotGood(result.Exception?.Message ?? "it is not valid");
        }

        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        var claims = payload.RootElement;
        CheckAudience(claims, token, configuration.ClientId);
        if (ClaimText.Of(claims, "nonce") is not { } named || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(named), Encoding.UTF8.GetBytes(nonce)))
        {
            throw NotGood("its nonce is not the one of this sign-in");
        }

        return IdentityOf(claims, configuration);
    }

    private static Identity IdentityOf(JsonElement claims, OidcConfiguration configuration)
    {
        var admins = configuration.AdminClaim is { } claim ? ClaimText.ListOf(claims, claim) : null as ImmutableArray<string>?;
        return new Identity
        {
            Issuer = configuration.Issuer,
            Subject = ClaimText.Of(claims, "sub") is { Length: > 0 and <= 255 } subject ? subject : throw NotGood("it names nobody"),
            Email = ClaimText.Of(claims, "email"),

            // Some providers write a text here.
            IsEmailVerified = claims.TryGetProperty("email_verified", out var verified) && (verified.ValueKind == JsonValueKind.True || verified.ValueKind == JsonValueKind.String && verified.ValueEquals("true")),
            FirstName = ClaimText.NameOf(claims, "given_name"),
            LastName = ClaimText.NameOf(claims, "family_name"),
            Groups = configuration.GroupsClaim is { } groups ? ClaimText.ListOf(claims, groups) : null,
            IsAdmin = admins is { } values ? values.Any(value => configuration.AdminValues.Contains(value)) : null,
        };
    }

    // A token for several clients says which of them asked for it.
    private static void CheckAudience(JsonElement claims, JsonWebToken token, string clientId)
    {
        var authorized = ClaimText.Of(claims, "azp");
        if (authorized is not null ? authorized != clientId : token.Audiences.Skip(1).Any())
        {
            throw NotGood("it was made for another client");
        }
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && end > now - Skew && (notBefore is not { } begin || begin < now + Skew);
    }

    private static OidcException NotGood(string detail) =>
        new(StatusCodes.Status403Forbidden, "The identity provider's answer is not good. Sign in again; if that does not help, the server's log says why.", $"its ID token was refused: {detail}");
}
