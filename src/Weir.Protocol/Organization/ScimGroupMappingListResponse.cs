namespace Weir.Protocol.Organization;

/// <summary>One page of mappings.</summary>
/// <param name="Data">Those of the page; usually 50, at most 100.</param>
/// <param name="TotalCount">Mappings of all pages.</param>
public sealed record ScimGroupMappingListResponse(IReadOnlyList<ScimGroupMappingRecord> Data, int TotalCount);
