namespace Weir.Protocol.Workspaces;

/// <summary>How many members a call removed.</summary>
public sealed record RemovedMembersResponse(int RemovedCount);
