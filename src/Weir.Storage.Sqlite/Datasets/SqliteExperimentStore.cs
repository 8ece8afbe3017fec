using System.Collections.Immutable;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;
using Weir.Tracing.Experiments;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Experiments in <c>traces.db</c>, through the writer and the readers of its spans.</summary>
public sealed class SqliteExperimentStore : IExperimentStore
{
    private readonly GroupCommitWriter _writer;
    private readonly ReadPool _reads;

    public SqliteExperimentStore(SqliteTraceStore traces)
    {
        _writer = traces.Writer;
        _reads = traces.Reads;
    }

    /// <inheritdoc/>
    public async Task<ExperimentRow?> CreateAsync(ExperimentDraft draft, CancellationToken cancellationToken)
    {
        (long Id, long Examples)? made = null;
        await _writer.WriteAsync(connection => made = ExperimentWriter.Create(draft, connection), cancellationToken);
        return made is { } experiment ? draft.Experiment with { Id = experiment.Id, ExampleCount = experiment.Examples } : null;
    }

    /// <inheritdoc/>
    public async Task<bool> ChangeAsync(ExperimentRow experiment, CancellationToken cancellationToken)
    {
        var isChanged = false;
        await _writer.WriteAsync(connection => isChanged = ExperimentWriter.Change(experiment, connection), cancellationToken);
        return isChanged;
    }

    /// <inheritdoc/>
    public ValueTask<ExperimentRow?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => ExperimentReader.Find(workspaceId, id, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IdPage<ExperimentRow>> ListAsync(Guid workspaceId, long datasetId, long fromId, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => ExperimentReader.List(workspaceId, datasetId, fromId, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteAsync(ExperimentRow experiment, CancellationToken cancellationToken)
    {
        await _writer.WriteAsync(connection => ExperimentWriter.Hide(experiment, connection), cancellationToken);
        await HiddenRows.EraseAsync(_writer, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<RunOutcome> WriteRunAsync(Guid workspaceId, RunRow run, CancellationToken cancellationToken)
    {
        var outcome = default(RunOutcome);
        await _writer.WriteAsync(connection => outcome = RunWriter.Write(workspaceId, run, connection), cancellationToken);
        return outcome;
    }

    /// <inheritdoc/>
    public ValueTask<IdPage<RunRow>> ListRunsAsync(long experimentId, long fromId, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => RunReader.List(experimentId, fromId, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IdPage<IncompleteExample>> ListIncompleteRunsAsync(ExperimentRow experiment, long fromExample, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => RunReader.ListIncompleteRuns(experiment, fromExample, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IdPage<IncompleteEvaluation>> ListIncompleteEvaluationsAsync(
        ExperimentRow experiment, ImmutableArray<string> names, long fromRun, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => RunReader.ListIncompleteEvaluations(experiment, names, fromRun, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EvaluatedRun>> ReadRunsAsync(ExperimentRow experiment, RunRow? after, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => RunReader.ReadAll(experiment, after, connection), cancellationToken);

    /// <inheritdoc/>
    public async Task<long?> WriteEvaluationAsync(Guid workspaceId, EvaluationRow evaluation, CancellationToken cancellationToken)
    {
        long? id = null;
        await _writer.WriteAsync(connection => id = EvaluationTable.Write(workspaceId, evaluation, connection), cancellationToken);
        return id;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ExperimentTagRow>> ListTagsAsync(long experimentId, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => ExperimentReader.ListTags(experimentId, connection), cancellationToken);

    /// <inheritdoc/>
    public async Task<ExperimentTagRow?> TagAsync(ExperimentRow experiment, string name, string? description, CancellationToken cancellationToken)
    {
        ExperimentTagRow? tag = null;
        await _writer.WriteAsync(connection => tag = ExperimentWriter.Tag(experiment, name, description, connection), cancellationToken);
        return tag;
    }

    /// <inheritdoc/>
    public Task UntagAsync(long experimentId, long? tagId, string name, CancellationToken cancellationToken) =>
        _writer.WriteAsync(connection => ExperimentWriter.Untag(experimentId, tagId, name, connection), cancellationToken);
}
