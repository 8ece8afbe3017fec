namespace Weir.Tracing.Query;

/// <summary>A project of a workspace: the name under which traces are grouped.</summary>
/// <param name="Id">Unique in the installation, never used again.</param>
/// <param name="WorkspaceId">Whose it is.</param>
/// <param name="Name">Unique in its workspace, compared byte for byte.</param>
public sealed record ProjectRow(long Id, Guid WorkspaceId, string Name)
{
    /// <summary>What people say it is; null when nobody does.</summary>
    public string? Description { get; init; }
}
