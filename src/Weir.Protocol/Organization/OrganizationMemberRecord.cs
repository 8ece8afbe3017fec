namespace Weir.Protocol.Organization;

/// <summary>A user of the installation, as the API shows its members.</summary>
public sealed record OrganizationMemberRecord
{
    public required string Id { get; init; }
    public required string Email { get; init; }
    public required string? FirstName { get; init; }
    public required string? LastName { get; init; }

    /// <summary><c>org:admin</c> or <c>org:member</c>.</summary>
    public required string Role { get; init; }
}
