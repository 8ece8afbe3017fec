namespace Weir.Protocol.Organization;

/// <summary>A user, as an administrator sees one.</summary>
public sealed record UserRecord
{
    /// <summary><c>user_</c> and 32 hex characters; never used again.</summary>
    public required string Id { get; init; }

    /// <summary>Mail address; no other user has it, however it is written.</summary>
    public required string Email { get; init; }

    /// <summary>Given name, at most 100 characters; null: not known.</summary>
    public required string? FirstName { get; init; }

    /// <summary>Family name, at most 100 characters; null: not known.</summary>
    public required string? LastName { get; init; }

    /// <summary><c>org:admin</c> or <c>org:member</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Whether the user is kept out.</summary>
    public required bool Disabled { get; init; }

    /// <summary>The identity provider by which the user signs in; null: none yet.</summary>
    public required string? Issuer { get; init; }

    /// <summary>Where the user belongs, for whatever reason; each workspace once.</summary>
    public required IReadOnlyList<UserWorkspaceRecord> Workspaces { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string UpdatedAt { get; init; }
}
