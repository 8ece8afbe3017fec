namespace Weir.Protocol.Workspaces;

/// <summary>How many members a call removed.</summary>
/// <param name="RemovedCount">Those of the call who were members; others do not count.</param>
public sealed record RemovedMembersResponse(int RemovedCount);
