namespace Weir.Tracing.Datasets;

/// <summary>What became of an upload.</summary>
/// <remarks>Without a <see cref="Problem"/> it is as durable as spans are.</remarks>
public sealed record UploadOutcome
{
    public long DatasetId { get; init; }

    /// <summary>The new version; the newest one when nothing had changed.</summary>
    public long VersionId { get; init; }

    public int Created { get; init; }
    public int Updated { get; init; }
    public int Deleted { get; init; }

    /// <summary>Why nothing was written; null when it was.</summary>
    public string? Problem { get; init; }

    /// <summary>The problem is that the name is taken.</summary>
    public bool IsNameTaken { get; init; }
}
