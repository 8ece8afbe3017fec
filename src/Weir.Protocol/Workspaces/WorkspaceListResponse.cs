namespace Weir.Protocol.Workspaces;

/// <summary>One page of workspaces.</summary>
public sealed record WorkspaceListResponse(IReadOnlyList<WorkspaceRecord> Data, int TotalCount);
