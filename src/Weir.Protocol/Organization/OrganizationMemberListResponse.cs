namespace Weir.Protocol.Organization;

/// <summary>One page of the members of the organisation.</summary>
/// <param name="Data">Users who are let in, those of the page; usually 50, at most 100.</param>
/// <param name="TotalCount">Members of all pages.</param>
public sealed record OrganizationMemberListResponse(IReadOnlyList<OrganizationMemberRecord> Data, int TotalCount);
