using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Reads datasets and their versions.</summary>
internal static class DatasetReader
{
    private const string Columns = "SELECT id, name, description, metadata, created_ns, updated_ns, examples FROM datasets";

    public static IdPage<DatasetRow> List(Guid workspaceId, string? name, long fromId, int limit, ReadConnection connection) => IdPages.Read(
        connection.Command($"{Columns} WHERE workspace = $workspace AND ($name IS NULL OR name = $name) AND id <= $from ORDER BY id DESC LIMIT $limit")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$name", name)
            .Bind("$from", fromId),
        limit,
        row => Read(row, workspaceId),
        dataset => dataset.Id);

    public static DatasetRow? Find(Guid workspaceId, long? id, string? name, ReadConnection connection)
    {
        using var row = connection.Command($"{Columns} WHERE workspace = $workspace AND (id = $id OR name = $name)")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$id", id)
            .Bind("$name", name)
            .ExecuteReader();
        return row.Read() ? Read(row, workspaceId) : null;
    }

    public static IdPage<DatasetVersionRow> ListVersions(long datasetId, long fromId, int limit, ReadConnection connection) => IdPages.Read(
        connection.Command("SELECT id, created_ns FROM dataset_versions WHERE dataset = $dataset AND id <= $from ORDER BY id DESC LIMIT $limit")
            .Bind("$dataset", datasetId)
            .Bind("$from", fromId),
        limit,
        row => new DatasetVersionRow(row.GetInt64(0), row.GetInt64(1)),
        version => version.Id);

    public static DatasetVersionRow? FindVersion(long datasetId, long? versionId, ReadConnection connection)
    {
        using var row = connection.Command(
            "SELECT id, created_ns FROM dataset_versions WHERE dataset = $dataset AND ($id IS NULL OR id = $id) ORDER BY id DESC LIMIT 1")
            .Bind("$dataset", datasetId)
            .Bind("$id", versionId)
            .ExecuteReader();
        return row.Read() ? new DatasetVersionRow(row.GetInt64(0), row.GetInt64(1)) : null;
    }

    /// <summary>What an upload is compared with; null when there is no dataset of the name.</summary>
    public static DatasetState? ReadState(Guid workspaceId, string name, ReadConnection connection)
    {
        if (Find(workspaceId, null, name, connection) is not { } dataset)
        {
            return null;
        }

        var examples = new List<KnownExample>();
        using var row = connection.Command(
            """
            SELECT e.id, e.external_id, r.hash, r.is_deleted
            FROM dataset_examples e
            JOIN dataset_revisions r ON r.example = e.id AND r.version = (SELECT max(v.version) FROM dataset_revisions v WHERE v.example = e.id)
            WHERE e.dataset = $dataset ORDER BY e.id
            """)
            .Bind("$dataset", dataset.Id)
            .ExecuteReader();
        while (row.Read())
        {
            examples.Add(new KnownExample(
                row.GetInt64(0), StoredSpanReader.ReadText(row, 1), ContentHash.FromBytes(row.GetFieldValue<byte[]>(2)), IsLive: row.GetInt64(3) == 0));
        }

        return new DatasetState(dataset.Id, FindVersion(dataset.Id, null, connection)?.Id ?? 0, examples);
    }

    private static DatasetRow Read(SqliteDataReader row, Guid workspaceId) => new()
    {
        Id = row.GetInt64(0),
        WorkspaceId = workspaceId,
        Name = row.GetString(1),
        Description = StoredSpanReader.ReadText(row, 2),
        Metadata = row.GetString(3),
        CreatedUnixNanos = row.GetInt64(4),
        UpdatedUnixNanos = row.GetInt64(5),
        ExampleCount = row.GetInt64(6),
    };
}
