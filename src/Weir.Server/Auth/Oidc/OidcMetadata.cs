using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using Weir.Server.Configuration;

namespace Weir.Server.Auth.Oidc;

/// <summary>What an identity provider says about itself, and the keys it signs with.</summary>
internal sealed record OidcMetadata
{
    public required Uri AuthorizationEndpoint { get; init; }
    public required Uri TokenEndpoint { get; init; }
    public required Uri JwksUri { get; init; }

    /// <summary>Whether it says in each answer who it is (RFC 9207).</summary>
    public required bool SendsIssuer { get; init; }

    /// <summary>Whether it takes the client's secret in a header, which is the default, or only in the body.</summary>
    public required bool TakesBasic { get; init; }

    public ImmutableArray<JsonWebKey> Keys { get; init; } = [];
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>Reads a discovery document.</summary>
    /// <exception cref="OidcException">It is of another issuer, or lacks what is needed.</exception>
    public static OidcMetadata Read(JsonElement document, string issuer)
    {
        // Whoever answers for another issuer could send us its tokens, or our code to its own address.
        if (TextOf(document, "issuer") is not { } named || named != issuer)
        {
            throw Unusable($"its discovery document names the issuer '{TextOf(document, "issuer")}', and not '{issuer}'");
        }

        return new OidcMetadata
        {
            AuthorizationEndpoint = AddressOf(document, "authorization_endpoint"),
            TokenEndpoint = AddressOf(document, "token_endpoint"),
            JwksUri = AddressOf(document, "jwks_uri"),
            SendsIssuer = document.TryGetProperty("authorization_response_iss_parameter_supported", out var sends) && sends.ValueKind == JsonValueKind.True,
            TakesBasic = !document.TryGetProperty("token_endpoint_auth_methods_supported", out var methods)
                || methods.ValueKind != JsonValueKind.Array
                || methods.EnumerateArray().Any(method => method.ValueEquals("client_secret_basic")),
        };
    }

    /// <summary>The keys of a key set that can have signed a token: public ones, strong enough, and for signatures.</summary>
    public static ImmutableArray<JsonWebKey> ReadKeys(string json)
    {
        try
        {
            return [.. new JsonWebKeySet(json).Keys.Where(key => key.Kty is "RSA" or "EC" && key.Use is null or "" or "sig" && (key.Kty != "RSA" || key.KeySize >= 2048))];
        }
        catch (Exception wrong) when (wrong is ArgumentException or JsonException or FormatException)
        {
            throw Unusable($"its key set cannot be read: {wrong.Message}");
        }
    }

    public static OidcException Unusable(string detail) => new(StatusCodes.Status502BadGateway, "The identity provider cannot be used at the moment. The server's log says why.", detail);

    private static Uri AddressOf(JsonElement document, string name) =>
        TextOf(document, name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) && OidcSection.IsSafe(url)
            ? url
            : throw Unusable($"'{name}' of its discovery document is missing, or no https address");

    private static string? TextOf(JsonElement document, string name) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
