using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Prompts;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Writes prompts, their versions and tags on the writer's connection.</summary>
internal static class PromptWriter
{
    public static PromptVersionRow AddVersion(PromptRow prompt, string body, long nowUnixNanos, SqliteConnection connection)
    {
        // The assignment changes nothing, and makes the row that is there be returned.
        using var open = WriterCommand.Of(
            connection,
            """
            INSERT INTO prompts(workspace, name, description, source, metadata) VALUES($workspace, $name, $description, $source, $metadata)
            ON CONFLICT(workspace, name) DO UPDATE SET name = excluded.name RETURNING id
            """);
        var id = (long)open
            .Bind("$workspace", StoredIds.ToBlob(prompt.WorkspaceId))
            .Bind("$name", prompt.Name)
            .Bind("$description", prompt.Description)
            .Bind("$source", prompt.SourceId)
            .Bind("$metadata", prompt.Metadata)
            .ExecuteScalar()!;
        using var add = WriterCommand.Of(connection, "INSERT INTO prompt_versions(prompt, body, created_ns) VALUES($prompt, $body, $now) RETURNING id");
        return new PromptVersionRow((long)add.Bind("$prompt", id).Bind("$body", body).Bind("$now", nowUnixNanos).ExecuteScalar()!, id, body);
    }

    public static bool Change(PromptRow prompt, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection, "UPDATE prompts SET description = $description, metadata = $metadata WHERE id = $id AND workspace = $workspace");
        return command
            .Bind("$id", prompt.Id)
            .Bind("$workspace", StoredIds.ToBlob(prompt.WorkspaceId))
            .Bind("$description", prompt.Description)
            .Bind("$metadata", prompt.Metadata)
            .ExecuteNonQuery() > 0;
    }

    /// <summary>Puts a prompt out of sight. Its name is free at once: hidden prompts are told apart by their ids.</summary>
    public static void Hide(PromptRow prompt, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection, "UPDATE prompts SET workspace = x'', name = CAST(id AS TEXT) WHERE id = $id AND workspace = $workspace");
        _ = command.Bind("$id", prompt.Id).Bind("$workspace", StoredIds.ToBlob(prompt.WorkspaceId)).ExecuteNonQuery();
    }

    public static bool Tag(Guid workspaceId, long versionId, string name, string? description, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection,
            """
            INSERT INTO prompt_tags(prompt, version, name, description)
            SELECT v.prompt, v.id, $name, $description FROM prompt_versions v JOIN prompts p ON p.id = v.prompt WHERE v.id = $version AND p.workspace = $workspace
            ON CONFLICT(prompt, name) DO UPDATE SET version = excluded.version, description = excluded.description
            """);
        return command
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$version", versionId)
            .Bind("$name", name)
            .Bind("$description", description)
            .ExecuteNonQuery() > 0;
    }
}
