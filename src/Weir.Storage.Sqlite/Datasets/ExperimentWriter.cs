using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Writes experiments and their tags on the writer's connection.</summary>
internal static class ExperimentWriter
{
    private const string AddExperiment =
        """
        INSERT INTO experiments(workspace, dataset, version, name, description, metadata, repetitions, project, created_ns, updated_ns)
        SELECT $workspace, d.id, v.id, $name, $description, $metadata, $repetitions, $project, $created, $updated
        FROM datasets d JOIN dataset_versions v ON v.dataset = d.id WHERE d.id = $dataset AND d.workspace = $workspace AND v.id = $version
        RETURNING id
        """;

    // Examples enter and leave splits; the experiment stays as it was made.
    private const string AddExamples =
        $"""
        INSERT INTO experiment_examples(experiment, example)
        SELECT $experiment, e.id FROM dataset_examples e JOIN {ExampleReader.Revision}
        WHERE e.dataset = $dataset AND NOT r.is_deleted
          AND ($splits IS NULL OR EXISTS(SELECT 1 FROM split_examples m WHERE m.example = e.id AND m.split IN (SELECT value FROM json_each($splits))))
        """;

    /// <summary>The id of the experiment and how many examples it has; null when its dataset or version is gone.</summary>
    public static (long Id, long Examples)? Create(ExperimentDraft draft, SqliteConnection connection)
    {
        var experiment = draft.Experiment;
        using var add = WriterCommand.Of(connection, AddExperiment);
        var id = add
            .Bind("$workspace", StoredIds.ToBlob(experiment.WorkspaceId))
            .Bind("$dataset", experiment.DatasetId)
            .Bind("$version", experiment.VersionId)
            .Bind("$name", experiment.Name)
            .Bind("$description", experiment.Description)
            .Bind("$metadata", experiment.Metadata)
            .Bind("$repetitions", (long)experiment.Repetitions)
            .Bind("$project", experiment.ProjectName)
            .Bind("$created", experiment.CreatedUnixNanos)
            .Bind("$updated", experiment.UpdatedUnixNanos)
            .ExecuteScalar() as long?;
        if (id is not { } made)
        {
            return null;
        }

        using var examples = WriterCommand.Of(connection, AddExamples);
        var count = examples
            .Bind("$experiment", made)
            .Bind("$dataset", experiment.DatasetId)
            .Bind("$version", experiment.VersionId)
            .Bind("$splits", draft.SplitIds is { } splits ? StoredIds.ToJson(splits) : null)
            .ExecuteNonQuery();
        return (made, count);
    }

    public static bool Change(ExperimentRow experiment, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection,
            """
            UPDATE experiments SET name = $name, description = $description, metadata = $metadata, updated_ns = $updated
            WHERE id = $id AND workspace = $workspace
            """);
        return command
            .Bind("$id", experiment.Id)
            .Bind("$workspace", StoredIds.ToBlob(experiment.WorkspaceId))
            .Bind("$name", experiment.Name)
            .Bind("$description", experiment.Description)
            .Bind("$metadata", experiment.Metadata)
            .Bind("$updated", experiment.UpdatedUnixNanos)
            .ExecuteNonQuery() > 0;
    }

    /// <summary>Puts an experiment out of sight, and its tags with it.</summary>
    public static void Hide(ExperimentRow experiment, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection, "UPDATE experiments SET workspace = x'' WHERE id = $id AND workspace = $workspace; DELETE FROM experiment_tags WHERE experiment = $id");
        _ = command.Bind("$id", experiment.Id).Bind("$workspace", StoredIds.ToBlob(experiment.WorkspaceId)).ExecuteNonQuery();
    }

    public static ExperimentTagRow? Tag(ExperimentRow experiment, string name, string? description, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection,
            """
            INSERT INTO experiment_tags(dataset, experiment, name, description)
            SELECT dataset, id, $name, $description FROM experiments WHERE id = $id AND workspace = $workspace
            ON CONFLICT(dataset, name) DO UPDATE SET experiment = excluded.experiment, description = excluded.description RETURNING id
            """);
        return command
            .Bind("$id", experiment.Id)
            .Bind("$workspace", StoredIds.ToBlob(experiment.WorkspaceId))
            .Bind("$name", name)
            .Bind("$description", description)
            .ExecuteScalar() is long id ? new ExperimentTagRow(id, name, description) : null;
    }

    public static void Untag(long experimentId, long? tagId, string name, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, "DELETE FROM experiment_tags WHERE experiment = $experiment AND (id = $id OR name = $name)");
        _ = command.Bind("$experiment", experimentId).Bind("$id", tagId).Bind("$name", name).ExecuteNonQuery();
    }
}
