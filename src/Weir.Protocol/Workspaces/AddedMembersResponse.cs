namespace Weir.Protocol.Workspaces;

/// <summary>The users that a call added to a workspace; who was a member before is not among them.</summary>
public sealed record AddedMembersResponse(IReadOnlyList<MemberRecord> Data, int AddedCount);
