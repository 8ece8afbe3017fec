using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Carries out one upload on the writer's connection.</summary>
internal sealed class DatasetWriter(DatasetUpload upload, SqliteConnection connection)
{
    private const string EmptyObject = "{}";
    private const string SplitColor = "#808080";
    private static readonly byte[] NoHash = new byte[ContentHash.Size];

    /// <summary>Writes what is planned; null when the dataset is no longer as it was when the plan was made.</summary>
    public UploadOutcome? Write(UploadPlan plan)
    {
        if (OpenDataset(plan) is not { } dataset)
        {
            return null;
        }

        var version = plan.HasChanges ? AddVersion(dataset, plan) : plan.VersionId;
        var created = WriteExamples(dataset, version, plan);
        if (upload.HasSplits)
        {
            WriteSplits(dataset, [.. created, .. plan.Updated, .. plan.Unchanged]);
        }

        LeaveSplits(plan.Deleted);
        return new UploadOutcome { DatasetId = dataset, VersionId = version, Created = created.Length, Updated = plan.Updated.Length, Deleted = plan.Deleted.Length };
    }

    private long? OpenDataset(UploadPlan plan)
    {
        if (plan.DatasetId is not { } known)
        {
            return AddDataset();
        }

        using var isSame = WriterCommand.Of(
            connection,
            """
            SELECT coalesce((SELECT max(id) FROM dataset_versions WHERE dataset = $id), 0) = $version
            FROM datasets WHERE id = $id AND workspace = $workspace
            """);
        var answer = isSame.Bind("$id", known).Bind("$version", plan.VersionId).Bind("$workspace", StoredIds.ToBlob(upload.WorkspaceId)).ExecuteScalar();
        return answer is 1L ? known : null;
    }

    private long? AddDataset()
    {
        using var add = WriterCommand.Of(
            connection,
            """
            INSERT INTO datasets(workspace, name, description, metadata, created_ns, updated_ns, examples)
            VALUES($workspace, $name, $description, $metadata, $now, $now, 0) ON CONFLICT DO NOTHING RETURNING id
            """);
        return add
            .Bind("$workspace", StoredIds.ToBlob(upload.WorkspaceId))
            .Bind("$name", upload.Name)
            .Bind("$description", upload.Description)
            .Bind("$metadata", EmptyObject)
            .Bind("$now", upload.NowUnixNanos)
            .ExecuteScalar() as long?;
    }

    private long AddVersion(long dataset, UploadPlan plan)
    {
        using var update = WriterCommand.Of(connection, "UPDATE datasets SET updated_ns = $now, examples = $examples WHERE id = $dataset");
        _ = update.Bind("$dataset", dataset).Bind("$now", upload.NowUnixNanos).Bind("$examples", (long)plan.ExampleCount).ExecuteNonQuery();
        using var add = WriterCommand.Of(connection, "INSERT INTO dataset_versions(dataset, created_ns) VALUES($dataset, $now) RETURNING id");
        return (long)add.Bind("$dataset", dataset).Bind("$now", upload.NowUnixNanos).ExecuteScalar()!;
    }

    private ImmutableArray<PlannedExample> WriteExamples(long dataset, long version, UploadPlan plan)
    {
        using var revision = WriterCommand.Of(
            connection,
            """
            INSERT INTO dataset_revisions(example, version, is_deleted, input, output, metadata, hash, created_ns)
            VALUES($example, $version, $deleted, $input, $output, $metadata, $hash, $now)
            """);
        _ = revision.Bind("$version", version).Bind("$now", upload.NowUnixNanos).Bind("$deleted", 0L);
        foreach (var example in plan.Updated)
        {
            Revise(revision, example.Id!.Value, example.Draft);
        }

        var created = AddExamples(dataset, plan.Created);
        foreach (var example in created)
        {
            Revise(revision, example.Id!.Value, example.Draft);
        }

        _ = revision.Bind("$deleted", 1L).Bind("$input", EmptyObject).Bind("$output", EmptyObject).Bind("$metadata", EmptyObject).Bind("$hash", NoHash);
        foreach (var example in plan.Deleted)
        {
            _ = revision.Bind("$example", example).ExecuteNonQuery();
        }

        return created;
    }

    private static void Revise(SqliteCommand revision, long example, ExampleDraft draft) => _ = revision
        .Bind("$example", example)
        .Bind("$input", draft.Input)
        .Bind("$output", draft.Output)
        .Bind("$metadata", draft.Metadata)
        .Bind("$hash", draft.Hash.ToBytes())
        .ExecuteNonQuery();

    // Those that were deleted once keep their row, and with it their id and the span they were made of.
    private ImmutableArray<PlannedExample> AddExamples(long dataset, ImmutableArray<PlannedExample> created)
    {
        using var add = WriterCommand.Of(
            connection, "INSERT INTO dataset_examples(dataset, external_id, span_id) VALUES($dataset, $external, $span) RETURNING id");
        _ = add.Bind("$dataset", dataset);
        return [.. created.Select(example => example with { Id = example.Id ?? Add(example.Draft) })];

        long Add(ExampleDraft draft) => (long)add
            .Bind("$external", draft.ExternalId)
            .Bind("$span", draft.SourceSpan is { } span ? StoredIds.ToNumber(span) : null)
            .ExecuteScalar()!;
    }

    // An update says it of all examples, anything else of those that it names.
    private void WriteSplits(long dataset, IReadOnlyCollection<PlannedExample> named)
    {
        if (upload.Action == UploadAction.Update)
        {
            using var clear = WriterCommand.Of(
                connection, "DELETE FROM split_examples WHERE example IN (SELECT id FROM dataset_examples WHERE dataset = $dataset)");
            _ = clear.Bind("$dataset", dataset).ExecuteNonQuery();
        }
        else
        {
            LeaveSplits([.. named.Select(example => example.Id!.Value)]);
        }

        using var enter = WriterCommand.Of(connection, "INSERT OR IGNORE INTO split_examples(example, split) VALUES($example, $split)");
        var splits = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (example, name) in named.SelectMany(example => example.Draft.Splits, (example, name) => (example.Id!.Value, name)))
        {
            if (!splits.TryGetValue(name, out var split))
            {
                splits.Add(name, split = SplitOf(name));
            }

            _ = enter.Bind("$example", example).Bind("$split", split).ExecuteNonQuery();
        }
    }

    private long SplitOf(string name)
    {
        using var command = WriterCommand.Of(
            connection,
            """
            INSERT INTO dataset_splits(workspace, name, color, metadata, created_ns, updated_ns) VALUES($workspace, $name, $color, $metadata, $now, $now)
            ON CONFLICT(workspace, name) DO UPDATE SET name = excluded.name RETURNING id
            """);
        return (long)command
            .Bind("$workspace", StoredIds.ToBlob(upload.WorkspaceId))
            .Bind("$name", name)
            .Bind("$color", SplitColor)
            .Bind("$metadata", EmptyObject)
            .Bind("$now", upload.NowUnixNanos)
            .ExecuteScalar()!;
    }

    private void LeaveSplits(ImmutableArray<long> examples)
    {
        if (examples.IsEmpty)
        {
            return;
        }

        using var leave = WriterCommand.Of(connection, "DELETE FROM split_examples WHERE example IN (SELECT value FROM json_each($examples))");
        _ = leave.Bind("$examples", StoredIds.ToJson(examples)).ExecuteNonQuery();
    }
}
