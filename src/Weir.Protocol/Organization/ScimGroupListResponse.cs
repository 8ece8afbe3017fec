namespace Weir.Protocol.Organization;

/// <summary>One page of groups.</summary>
public sealed record ScimGroupListResponse(IReadOnlyList<ScimGroupRecord> Data, int TotalCount);
