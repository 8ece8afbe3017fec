namespace Weir.Protocol.Organization;

/// <summary>A user of the installation, as the API shows its members.</summary>
public sealed record OrganizationMemberRecord
{
    /// <summary><c>user_</c> and 32 hex characters.</summary>
    public required string Id { get; init; }

    /// <summary>Mail address; no other user has it, however it is written.</summary>
    public required string Email { get; init; }

    /// <summary>Given name, at most 100 characters; null: not known.</summary>
    public required string? FirstName { get; init; }

    /// <summary>Family name, at most 100 characters; null: not known.</summary>
    public required string? LastName { get; init; }

    /// <summary><c>org:admin</c> or <c>org:member</c>.</summary>
    public required string Role { get; init; }
}
