namespace Weir.Tracing.Datasets;

/// <summary>What of a dataset an upload is compared with.</summary>
/// <param name="DatasetId">Its id.</param>
/// <param name="VersionId">Its newest version; 0 when it has none.</param>
/// <param name="Examples">Every example that it has or had, by id.</param>
public sealed record DatasetState(long DatasetId, long VersionId, IReadOnlyList<KnownExample> Examples);
