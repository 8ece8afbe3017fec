namespace Weir.Protocol.Workspaces;

/// <summary>One page of the members of a workspace.</summary>
public sealed record MemberListResponse(IReadOnlyList<MemberRecord> Data, int TotalCount);
