namespace Weir.Protocol.Workspaces;

/// <summary>The users that a call added to a workspace; who was a member before is not among them.</summary>
/// <param name="Data">With their role, which is <c>member</c>.</param>
/// <param name="AddedCount">How many they are; at most 100.</param>
public sealed record AddedMembersResponse(IReadOnlyList<MemberRecord> Data, int AddedCount);
