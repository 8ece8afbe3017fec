namespace Weir.Protocol.Organization;

/// <summary>A user, as an administrator sees one.</summary>
public sealed record UserRecord
{
    public required string Id { get; init; }
    public required string Email { get; init; }
    public required string? FirstName { get; init; }
    public required string? LastName { get; init; }

    /// <summary><c>org:admin</c> or <c>org:member</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Whether the user is kept out.</summary>
    public required bool Disabled { get; init; }

    /// <summary>The identity provider by which the user signs in; null: none yet.</summary>
    public required string? Issuer { get; init; }

    public required IReadOnlyList<UserWorkspaceRecord> Workspaces { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string UpdatedAt { get; init; }
}
