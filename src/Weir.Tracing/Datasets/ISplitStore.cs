namespace Weir.Tracing.Datasets;

/// <summary>Persistence of splits.</summary>
/// <remarks>Everything is scoped by workspace. What is written is as durable as spans are when the task ends. Safe for any number of callers at once.</remarks>
public interface ISplitStore
{
    ValueTask<SplitRow?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken);

    ValueTask<SplitRow?> FindAsync(Guid workspaceId, string name, CancellationToken cancellationToken);

    /// <summary>Makes or changes a split, all or nothing.</summary>
    Task<SplitOutcome> WriteAsync(SplitWrite write, CancellationToken cancellationToken);

    /// <summary>Deletes a split from all datasets; their examples stay.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> DeleteAsync(Guid workspaceId, long id, CancellationToken cancellationToken);
}
