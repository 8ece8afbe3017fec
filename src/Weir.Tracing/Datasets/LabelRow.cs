namespace Weir.Tracing.Datasets;

/// <summary>A label that datasets of a workspace can carry.</summary>
/// <param name="Id">0: not stored yet.</param>
/// <param name="WorkspaceId">Whose it is.</param>
/// <param name="Name">Unique in the workspace.</param>
/// <param name="Description">Null when there is none.</param>
/// <param name="Color"><c>#00cc88</c>.</param>
public sealed record LabelRow(long Id, Guid WorkspaceId, string Name, string? Description, string Color);
