namespace Weir.Protocol.Organization;

/// <summary>One page of the members of the organisation.</summary>
public sealed record OrganizationMemberListResponse(IReadOnlyList<OrganizationMemberRecord> Data, int TotalCount);
