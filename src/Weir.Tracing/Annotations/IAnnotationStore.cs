namespace Weir.Tracing.Annotations;

/// <summary>Persistence of annotations and of what is said about how to annotate.</summary>
/// <remarks>Everything is scoped by workspace. What is written is as durable as spans are when the task ends. Safe for any number of callers at once.</remarks>
public interface IAnnotationStore
{
    /// <summary>Writes annotations, all or none; those that are there are replaced. Targets need not be there yet.</summary>
    /// <returns>Their ids, in the given order.</returns>
    /// <exception cref="IOException">They could not be stored; nothing was.</exception>
    Task<IReadOnlyList<long>> WriteAsync(IReadOnlyList<AnnotationRow> annotations, CancellationToken cancellationToken);

    /// <summary>Those of the given annotations whose targets are not there, in the given order.</summary>
    ValueTask<IReadOnlyList<AnnotationRow>> FindHomelessAsync(IReadOnlyList<AnnotationRow> annotations, CancellationToken cancellationToken);

    ValueTask<AnnotationPage> ListAsync(AnnotationQuery query, CancellationToken cancellationToken);

    /// <summary>Deletes annotations in small steps, so that writers are not kept waiting; how many there were.</summary>
    Task<long> DeleteAsync(AnnotationSelection selection, CancellationToken cancellationToken);

    /// <summary>Deletes one annotation; false when the workspace has none such.</summary>
    Task<bool> EraseAsync(Guid workspaceId, AnnotationScope scope, long id, CancellationToken cancellationToken);

    /// <summary>Configurations by id, those of a project only when one is given.</summary>
    ValueTask<IReadOnlyList<AnnotationConfigRow>> ListConfigsAsync(Guid workspaceId, long? projectId, long fromId, int limit, CancellationToken cancellationToken);

    ValueTask<AnnotationConfigRow?> FindConfigAsync(Guid workspaceId, long id, CancellationToken cancellationToken);

    ValueTask<AnnotationConfigRow?> FindConfigAsync(Guid workspaceId, string name, CancellationToken cancellationToken);

    /// <summary>Writes a configuration, a new one when its id is 0; its id, or null when another one has the name.</summary>
    Task<long?> WriteConfigAsync(AnnotationConfigRow config, CancellationToken cancellationToken);

    /// <summary>Deletes a configuration. Annotations of its name stay.</summary>
    Task DeleteConfigAsync(long id, CancellationToken cancellationToken);

    Task AssignConfigAsync(long projectId, long config, CancellationToken cancellationToken);

    Task UnassignConfigAsync(long projectId, long config, CancellationToken cancellationToken);

    /// <summary>Makes these, and no others, the configurations of a project.</summary>
    Task AssignConfigsAsync(long projectId, IReadOnlyList<long> configs, CancellationToken cancellationToken);
}
