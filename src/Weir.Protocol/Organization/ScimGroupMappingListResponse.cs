namespace Weir.Protocol.Organization;

/// <summary>One page of mappings.</summary>
public sealed record ScimGroupMappingListResponse(IReadOnlyList<ScimGroupMappingRecord> Data, int TotalCount);
