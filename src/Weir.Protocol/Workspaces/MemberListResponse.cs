namespace Weir.Protocol.Workspaces;

/// <summary>One page of the members of a workspace.</summary>
/// <param name="Data">Those of the page; usually 50, at most 100.</param>
/// <param name="TotalCount">Members of all pages.</param>
public sealed record MemberListResponse(IReadOnlyList<MemberRecord> Data, int TotalCount);
