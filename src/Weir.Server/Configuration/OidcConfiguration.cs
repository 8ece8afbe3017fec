using System.Collections.Immutable;

namespace Weir.Server.Configuration;

/// <summary>The identity provider that signs users in to the console.</summary>
public sealed record OidcConfiguration
{
    /// <summary>What the button of the sign-in page says.</summary>
    public string Name { get; init; } = "single sign-on";

    /// <summary>Exactly as the provider writes it in its tokens.</summary>
    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Names the variable with the client's secret; null: a public client, which PKCE alone protects.</summary>
    public string? ClientSecretEnv { get; init; }

    /// <summary>Where the provider sends browsers back to; the only address it is ever told.</summary>
    public required Uri RedirectUri { get; init; }

    public ImmutableArray<string> Scopes { get; init; } = ["openid", "email", "profile"];

    /// <summary>Domains of addresses that are let in, once the provider has verified them; empty: any.</summary>
    public ImmutableArray<string> AllowedDomains { get; init; } = [];

    /// <summary>The claim that decides who is an administrator, at each sign-in; null: operators decide.</summary>
    public string? AdminClaim { get; init; }

    /// <summary>Values of <see cref="AdminClaim"/> that make an administrator.</summary>
    public ImmutableArray<string> AdminValues { get; init; } = [];

    /// <summary>The claim with the groups of a user; null: groups are not taken from claims.</summary>
    public string? GroupsClaim { get; init; }

    /// <summary>Whether somebody who is not known yet becomes a user by signing in.</summary>
    public bool Provisioning { get; init; } = true;

    /// <summary>How long a sign-in lasts; what the provider changes meanwhile is seen at the next one.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromHours(12);
}
