namespace Weir.Tracing.Datasets;

/// <summary>Persistence of datasets: versions that never change, made of what changed in each.</summary>
/// <remarks>Everything is scoped by workspace. What is written is as durable as spans are when the task ends. Safe for any number of callers at once.</remarks>
public interface IDatasetStore
{
    /// <summary>Writes a version, all or none. Uploads wait for each other, so that each is compared with the one before.</summary>
    /// <exception cref="IOException">It could not be stored; nothing was.</exception>
    Task<UploadOutcome> UploadAsync(DatasetUpload upload, CancellationToken cancellationToken);

    /// <summary>Datasets, newest first, from an id downwards; those of one name when it is given.</summary>
    ValueTask<IdPage<DatasetRow>> ListAsync(Guid workspaceId, string? name, long fromId, int limit, CancellationToken cancellationToken);

    ValueTask<DatasetRow?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken);

    ValueTask<DatasetRow?> FindAsync(Guid workspaceId, string name, CancellationToken cancellationToken);

    /// <summary>Versions of a dataset, newest first, from an id downwards.</summary>
    ValueTask<IdPage<DatasetVersionRow>> ListVersionsAsync(long datasetId, long fromId, int limit, CancellationToken cancellationToken);

    /// <summary>A version of a dataset, the newest one when none is named; null when the dataset has none such.</summary>
    ValueTask<DatasetVersionRow?> FindVersionAsync(long datasetId, long? versionId, CancellationToken cancellationToken);

    /// <summary>Examples of a version; null when the dataset is gone.</summary>
    ValueTask<IdPage<ExampleRow>?> ReadExamplesAsync(ExampleQuery query, CancellationToken cancellationToken);

    /// <summary>Deletes a dataset with its experiments. It is gone at once; its rows go in small steps, so that writers are not kept waiting.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> DeleteAsync(Guid workspaceId, long id, CancellationToken cancellationToken);
}
