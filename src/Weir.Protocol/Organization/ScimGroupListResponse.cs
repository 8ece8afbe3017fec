namespace Weir.Protocol.Organization;

/// <summary>One page of groups.</summary>
/// <param name="Data">Those of the page; usually 50, at most 100.</param>
/// <param name="TotalCount">Groups of all pages.</param>
public sealed record ScimGroupListResponse(IReadOnlyList<ScimGroupRecord> Data, int TotalCount);
