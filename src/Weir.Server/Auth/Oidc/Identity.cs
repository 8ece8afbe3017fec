using System.Collections.Immutable;

namespace Weir.Server.Auth.Oidc;

/// <summary>Whom the identity provider vouches for.</summary>
internal sealed record Identity
{
    public required string Issuer { get; init; }

    /// <summary>Never changes, and is never given to somebody else.</summary>
    public required string Subject { get; init; }

    public required string? Email { get; init; }

    /// <summary>Whether the provider made sure that the address is the user's.</summary>
    public required bool IsEmailVerified { get; init; }

    public required string? FirstName { get; init; }
    public required string? LastName { get; init; }

    /// <summary>Null: nobody asked for groups.</summary>
    public required ImmutableArray<string>? Groups { get; init; }

    /// <summary>Null: nobody asked whether the user is an administrator.</summary>
    public required bool? IsAdmin { get; init; }
}
