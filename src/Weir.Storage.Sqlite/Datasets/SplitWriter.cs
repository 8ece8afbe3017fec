using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Writes splits on the writer's connection.</summary>
internal static class SplitWriter
{
    public static SplitOutcome Write(SplitWrite write, SqliteConnection connection)
    {
        if (UnknownOf(write, connection) is { } unknown)
        {
            return new SplitOutcome(null, 0, unknown);
        }

        if (Save(write.Split, connection) is not { } id)
        {
            return new SplitOutcome(null, 0, null);
        }

        Change("INSERT OR IGNORE INTO split_examples(example, split) SELECT value, $split FROM json_each($examples)", id, write.Added, connection);
        Change("DELETE FROM split_examples WHERE split = $split AND example IN (SELECT value FROM json_each($examples))", id, write.Removed, connection);
        return new SplitOutcome(write.Split with { Id = id }, Count(write.DatasetId, id, connection), null);
    }

    /// <summary>Puts a split out of sight; whether there was one.</summary>
    public static bool Hide(Guid workspaceId, long id, SqliteConnection connection)
    {
        using var hide = WriterCommand.Of(
            connection, "UPDATE dataset_splits SET workspace = x'', name = CAST(id AS TEXT) WHERE id = $id AND workspace = $workspace");
        return hide.Bind("$id", id).Bind("$workspace", StoredIds.ToBlob(workspaceId)).ExecuteNonQuery() > 0;
    }

    private static long? UnknownOf(SplitWrite write, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection, "SELECT g.value FROM json_each($examples) g WHERE NOT EXISTS(SELECT 1 FROM dataset_examples e WHERE e.id = g.value AND e.dataset = $dataset) LIMIT 1");
        return command.Bind("$examples", StoredIds.ToJson(write.Added.Concat(write.Removed))).Bind("$dataset", write.DatasetId).ExecuteScalar() as long?;
    }

    private static long? Save(SplitRow split, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, split.Id == 0
            ? """
              INSERT INTO dataset_splits(workspace, name, description, color, metadata, created_ns, updated_ns)
              VALUES($workspace, $name, $description, $color, $metadata, $created, $updated) ON CONFLICT DO NOTHING RETURNING id
              """
            : """
              UPDATE OR IGNORE dataset_splits SET name = $name, description = $description, color = $color, metadata = $metadata, updated_ns = $updated
              WHERE id = $id AND workspace = $workspace RETURNING id
              """);
        return command
            .Bind("$id", split.Id)
            .Bind("$workspace", StoredIds.ToBlob(split.WorkspaceId))
            .Bind("$name", split.Name)
            .Bind("$description", split.Description)
            .Bind("$color", split.Color)
            .Bind("$metadata", split.Metadata)
            .Bind("$created", split.CreatedUnixNanos)
            .Bind("$updated", split.UpdatedUnixNanos)
            .ExecuteScalar() as long?;
    }

    private static void Change(string sql, long split, ImmutableArray<long> examples, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, sql);
        _ = command.Bind("$split", split).Bind("$examples", StoredIds.ToJson(examples)).ExecuteNonQuery();
    }

    private static long Count(long datasetId, long split, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection, "SELECT count(*) FROM split_examples m JOIN dataset_examples e ON e.id = m.example WHERE m.split = $split AND e.dataset = $dataset");
        return (long)command.Bind("$split", split).Bind("$dataset", datasetId).ExecuteScalar()!;
    }
}
