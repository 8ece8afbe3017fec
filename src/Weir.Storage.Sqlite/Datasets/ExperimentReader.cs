using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;
using Weir.Tracing.Experiments;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Reads experiments, with counts of their examples and runs, and their tags.</summary>
internal static class ExperimentReader
{
    private const string Columns =
        """
        SELECT x.id, x.dataset, x.version, x.name, x.description, x.metadata, x.repetitions, x.project, x.created_ns, x.updated_ns,
               (SELECT count(*) FROM experiment_examples e WHERE e.experiment = x.id),
               (SELECT count(*) FROM experiment_runs r WHERE r.experiment = x.id AND r.error IS NULL),
               (SELECT count(*) FROM experiment_runs r WHERE r.experiment = x.id AND r.error IS NOT NULL)
        FROM experiments x
        """;

    public static ExperimentRow? Find(Guid workspaceId, long id, ReadConnection connection)
    {
        using var row = connection.Command($"{Columns} WHERE x.workspace = $workspace AND x.id = $id")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$id", id)
            .ExecuteReader();
        return row.Read() ? Read(row, workspaceId) : null;
    }

    public static IdPage<ExperimentRow> List(Guid workspaceId, long datasetId, long fromId, int limit, ReadConnection connection) => IdPages.Read(
        connection.Command($"{Columns} WHERE x.dataset = $dataset AND x.workspace = $workspace AND x.id <= $from ORDER BY x.id DESC LIMIT $limit")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$dataset", datasetId)
            .Bind("$from", fromId),
        limit,
        row => Read(row, workspaceId),
        experiment => experiment.Id);

    public static IReadOnlyList<ExperimentTagRow> ListTags(long experimentId, ReadConnection connection)
    {
        var tags = new List<ExperimentTagRow>();
        using var row = connection.Command("SELECT id, name, description FROM experiment_tags WHERE experiment = $experiment ORDER BY name")
            .Bind("$experiment", experimentId)
            .ExecuteReader();
        while (row.Read())
        {
            tags.Add(new ExperimentTagRow(row.GetInt64(0), row.GetString(1), StoredSpanReader.ReadText(row, 2)));
        }

        return tags;
    }

    private static ExperimentRow Read(SqliteDataReader row, Guid workspaceId) => new()
    {
        Id = row.GetInt64(0),
        WorkspaceId = workspaceId,
        DatasetId = row.GetInt64(1),
        VersionId = row.GetInt64(2),
        Name = row.GetString(3),
        Description = StoredSpanReader.ReadText(row, 4),
        Metadata = row.GetString(5),
        Repetitions = row.GetInt32(6),
        ProjectName = row.GetString(7),
        CreatedUnixNanos = row.GetInt64(8),
        UpdatedUnixNanos = row.GetInt64(9),
        ExampleCount = row.GetInt64(10),
        SuccessfulRunCount = row.GetInt64(11),
        FailedRunCount = row.GetInt64(12),
    };
}
