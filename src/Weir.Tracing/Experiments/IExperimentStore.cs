using System.Collections.Immutable;
using Weir.Tracing.Datasets;

namespace Weir.Tracing.Experiments;

/// <summary>Persistence of experiments, their runs, and what is said about these.</summary>
/// <remarks>Everything is scoped by workspace. What is written is as durable as spans are when the task ends. Safe for any number of callers at once.</remarks>
public interface IExperimentStore
{
    /// <summary>Makes an experiment over the examples that the version and the splits have now; null when the dataset or its version is gone.</summary>
    Task<ExperimentRow?> CreateAsync(ExperimentDraft draft, CancellationToken cancellationToken);

    /// <summary>Changes name, description and metadata; false when it is gone.</summary>
    Task<bool> ChangeAsync(ExperimentRow experiment, CancellationToken cancellationToken);

    ValueTask<ExperimentRow?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken);

    /// <summary>Experiments of a dataset, newest first, from an id downwards.</summary>
    ValueTask<IdPage<ExperimentRow>> ListAsync(Guid workspaceId, long datasetId, long fromId, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes an experiment. It is gone at once; its rows go in small steps, so that writers are not kept waiting.</summary>
    Task DeleteAsync(ExperimentRow experiment, CancellationToken cancellationToken);

    /// <summary>Writes a run; one that failed is replaced, one that succeeded stays.</summary>
    Task<RunOutcome> WriteRunAsync(Guid workspaceId, RunRow run, CancellationToken cancellationToken);

    /// <summary>Runs, newest first, from an id downwards.</summary>
    ValueTask<IdPage<RunRow>> ListRunsAsync(long experimentId, long fromId, int limit, CancellationToken cancellationToken);

    /// <summary>Examples from an id upwards with repetitions that have not succeeded.</summary>
    ValueTask<IdPage<IncompleteExample>> ListIncompleteRunsAsync(ExperimentRow experiment, long fromExample, int limit, CancellationToken cancellationToken);

    /// <summary>Runs that succeeded, from an id upwards, which lack a successful evaluation of one of the names.</summary>
    ValueTask<IdPage<IncompleteEvaluation>> ListIncompleteEvaluationsAsync(
        ExperimentRow experiment, ImmutableArray<string> names, long fromRun, int limit, CancellationToken cancellationToken);

    /// <summary>Runs with all about them, after one by example and repetition. A page ends when its texts take some megabytes; an empty one is the end.</summary>
    ValueTask<IReadOnlyList<EvaluatedRun>> ReadRunsAsync(ExperimentRow experiment, RunRow? after, CancellationToken cancellationToken);

    /// <summary>Writes an evaluation, replacing the run's one of that name; its id, or null when the run is not there.</summary>
    Task<long?> WriteEvaluationAsync(Guid workspaceId, EvaluationRow evaluation, CancellationToken cancellationToken);

    /// <summary>The tags that point at an experiment, by name.</summary>
    ValueTask<IReadOnlyList<ExperimentTagRow>> ListTagsAsync(long experimentId, CancellationToken cancellationToken);

    /// <summary>Points a tag of the dataset at an experiment; null when the experiment is gone.</summary>
    Task<ExperimentTagRow?> TagAsync(ExperimentRow experiment, string name, string? description, CancellationToken cancellationToken);

    /// <summary>Takes a tag, by id or name, from an experiment that has it.</summary>
    Task UntagAsync(long experimentId, long? tagId, string name, CancellationToken cancellationToken);
}
