namespace Weir.Ledger.Organization;

/// <summary>Somebody who can sign in: made by an operator, by the first sign-in, or by an identity provider.</summary>
public sealed record UserRow
{
    /// <summary>Users that are kept: all of them are in memory.</summary>
    public const int Capacity = 100_000;

    /// <summary><c>user_</c> and 32 hex digits; never used again.</summary>
    public required string Id { get; init; }

    /// <summary>No other user has it, however it is written.</summary>
    public required string Email { get; init; }

    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public required OrganizationRole Role { get; init; }

    /// <summary>Whether the user is kept out; keys that were lost by that stay lost when it is taken back.</summary>
    public bool Disabled { get; init; }

    /// <summary>The identity provider whose subject this user is; null: nobody has signed in as this user that way.</summary>
    public string? Issuer { get; init; }

    /// <summary>The user's name at <see cref="Issuer"/>, which never changes there; both are null or neither.</summary>
    public string? Subject { get; init; }

    /// <summary>The user's id in the directory that provisions it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Sessions that began before have ended.</summary>
    public DateTimeOffset? SignedOutAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>An id that no user has.</summary>
    public static string NewId(DateTimeOffset now) => $"user_{Guid.CreateVersion7(now):N}";
}
