namespace Weir.OpenRouter;

/// <summary>List members organization response data item, as <c>OrganizationClient</c> gets it.</summary>
public sealed record ListMembersOrganizationResponseDataItem : WireRecord
{
    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? Id { get; init; }

    public string? LastName { get; init; }

    /// <summary>One of <c>org:admin</c>, <c>org:member</c>.</summary>
    public string? Role { get; init; }
}
