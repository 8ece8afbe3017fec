namespace Weir.Tracing.Query;

/// <summary>Which projects of a workspace to list; oldest first.</summary>
public sealed record ProjectQuery
{
    public required Guid WorkspaceId { get; init; }

    /// <summary>Only projects whose name contains this, in any case; null for all.</summary>
    public string? NameContains { get; init; }

    /// <summary>Only projects with this id or a later one; null starts at the beginning.</summary>
    public long? FromId { get; init; }

    public int Limit { get; init; } = 100;
}
