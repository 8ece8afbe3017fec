namespace Weir.Protocol.Workspaces;

/// <summary>One page of workspaces.</summary>
/// <param name="Data">Those of the page; usually 50, at most 100.</param>
/// <param name="TotalCount">Workspaces of all pages.</param>
public sealed record WorkspaceListResponse(IReadOnlyList<WorkspaceRecord> Data, int TotalCount);
