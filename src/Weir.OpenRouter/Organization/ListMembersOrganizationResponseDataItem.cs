namespace Weir.OpenRouter;

/// <summary>A member of the organization.</summary>
public sealed record ListMembersOrganizationResponseDataItem : WireRecord
{
    /// <summary>Mail address of the member.</summary>
    public string? Email { get; init; }

    /// <summary>First name; null if it is not known.</summary>
    public string? FirstName { get; init; }

    /// <summary>Id of the user, as keys, guardrails and workspaces name it.</summary>
    public string? Id { get; init; }

    /// <summary>Last name; null if it is not known.</summary>
    public string? LastName { get; init; }

    /// <summary>What the member may do in the organization. One of <c>org:admin</c>, <c>org:member</c>.</summary>
    public string? Role { get; init; }
}
