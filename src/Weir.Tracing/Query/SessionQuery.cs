namespace Weir.Tracing.Query;

/// <summary>Which sessions of a project to list, in the order of their first span's arrival.</summary>
public sealed record SessionQuery
{
    public required Guid WorkspaceId { get; init; }
    public required long ProjectId { get; init; }

    /// <summary>The newest first.</summary>
    public bool IsDescending { get; init; }

    /// <summary>Only sessions after the one with this id, in the order asked for; null starts at the beginning.</summary>
    public long? After { get; init; }

    public required int Limit { get; init; }
}
