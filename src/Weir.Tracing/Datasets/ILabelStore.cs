namespace Weir.Tracing.Datasets;

/// <summary>Persistence of labels and of which datasets carry them.</summary>
/// <remarks>Everything is scoped by workspace. What is written is as durable as spans are when the task ends. Safe for any number of callers at once.</remarks>
public interface ILabelStore
{
    /// <summary>Labels, newest first, from an id downwards.</summary>
    ValueTask<IdPage<LabelRow>> ListAsync(Guid workspaceId, long fromId, int limit, CancellationToken cancellationToken);

    /// <summary>The labels that a dataset carries, newest first.</summary>
    ValueTask<IReadOnlyList<LabelRow>> ListAsync(DatasetRow dataset, CancellationToken cancellationToken);

    ValueTask<LabelRow?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken);

    /// <summary>Writes a label, a new one when its id is 0; its id, or null when another one has the name.</summary>
    Task<long?> WriteAsync(LabelRow label, CancellationToken cancellationToken);

    /// <summary>Deletes a label; datasets no longer carry it.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> DeleteAsync(Guid workspaceId, long id, CancellationToken cancellationToken);

    Task AddAsync(long datasetId, long labelId, CancellationToken cancellationToken);

    Task RemoveAsync(long datasetId, long labelId, CancellationToken cancellationToken);

    /// <summary>Makes these, and no others, the labels of a dataset.</summary>
    Task AssignAsync(long datasetId, IReadOnlyList<long> labelIds, CancellationToken cancellationToken);
}
