using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;
using Weir.Tracing.Prompts;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Reads prompts, their versions and tags.</summary>
internal static class PromptReader
{
    private const string Columns = "SELECT id, name, description, source, metadata FROM prompts";
    private const string Version = "SELECT v.id, v.prompt, v.body FROM prompt_versions v";

    public static IdPage<PromptRow> List(Guid workspaceId, long fromId, int limit, ReadConnection connection) => IdPages.Read(
        connection.Command($"{Columns} WHERE workspace = $workspace AND id <= $from ORDER BY id DESC LIMIT $limit")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$from", fromId),
        limit,
        row => Read(row, workspaceId),
        prompt => prompt.Id);

    public static PromptRow? Find(Guid workspaceId, long? id, string? name, ReadConnection connection)
    {
        using var row = connection.Command($"{Columns} WHERE workspace = $workspace AND (id = $id OR name = $name)")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$id", id)
            .Bind("$name", name)
            .ExecuteReader();
        return row.Read() ? Read(row, workspaceId) : null;
    }

    public static IdPage<PromptVersionRow> ListVersions(long promptId, long fromId, int limit, ReadConnection connection) => IdPages.Read(
        connection.Command($"{Version} WHERE v.prompt = $prompt AND v.id <= $from ORDER BY v.id DESC LIMIT $limit")
            .Bind("$prompt", promptId)
            .Bind("$from", fromId),
        limit,
        ReadVersion,
        version => version.Id,
        version => version.Body.Length);

    public static PromptVersionRow? FindVersion(Guid workspaceId, long id, ReadConnection connection) => One(
        connection.Command($"{Version} JOIN prompts p ON p.id = v.prompt WHERE v.id = $id AND p.workspace = $workspace")
            .Bind("$id", id)
            .Bind("$workspace", StoredIds.ToBlob(workspaceId)));

    public static PromptVersionRow? FindTagged(long promptId, string tag, ReadConnection connection) => One(
        connection.Command($"{Version} JOIN prompt_tags t ON t.version = v.id WHERE t.prompt = $prompt AND t.name = $tag")
            .Bind("$prompt", promptId)
            .Bind("$tag", tag));

    public static IdPage<PromptTagRow> ListTags(long versionId, long fromId, int limit, ReadConnection connection) => IdPages.Read(
        connection.Command("SELECT id, name, description FROM prompt_tags WHERE version = $version AND id <= $from ORDER BY id DESC LIMIT $limit")
            .Bind("$version", versionId)
            .Bind("$from", fromId),
        limit,
        row => new PromptTagRow(row.GetInt64(0), row.GetString(1), StoredSpanReader.ReadText(row, 2)),
        tag => tag.Id);

    private static PromptVersionRow? One(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        return row.Read() ? ReadVersion(row) : null;
    }

    private static PromptVersionRow ReadVersion(SqliteDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetString(2));

    private static PromptRow Read(SqliteDataReader row, Guid workspaceId) => new(
        row.GetInt64(0),
        workspaceId,
        row.GetString(1),
        StoredSpanReader.ReadText(row, 2),
        StoredSpanReader.ReadNumber(row, 3),
        StoredSpanReader.ReadText(row, 4));
}
