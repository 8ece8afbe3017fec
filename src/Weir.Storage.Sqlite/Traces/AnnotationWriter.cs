using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Annotations;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Writes and deletes annotations on the writer's connection.</summary>
internal static class AnnotationWriter
{
    private const string Upsert =
        """
        INSERT INTO annotations(workspace, kind, target, span_id, name, identifier, annotator_kind, label, score, explanation, metadata, source, created_ns, updated_ns)
        VALUES($workspace, $kind, $target, $span, $name, $identifier, $annotator, $label, $score, $explanation, $metadata, $source, $created, $updated)
        ON CONFLICT(workspace, kind, target, name, identifier) DO UPDATE SET
            annotator_kind = excluded.annotator_kind, label = excluded.label, score = excluded.score, explanation = excluded.explanation,
            metadata = excluded.metadata, source = excluded.source, updated_ns = excluded.updated_ns
        RETURNING id
        """;

    public static IReadOnlyList<long> Write(IReadOnlyList<AnnotationRow> annotations, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, Upsert);
        return [.. annotations.Select(annotation => (long)Bind(command, annotation).ExecuteScalar()!)];
    }

    /// <summary>Deletes what is meant of the annotations with the next ids after a place, however many of them are meant.</summary>
    public static long Delete(AnnotationSelection selection, long after, int window, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection,
            $"""
            DELETE FROM annotations AS a
            WHERE a.id > $after AND a.id <= $after + $window AND +a.workspace = $workspace AND +a.kind = $kind
              AND ($name IS NULL OR a.name = $name) AND ($identifier IS NULL OR a.identifier = $identifier) AND ($annotator IS NULL OR a.annotator_kind = $annotator)
              AND ($from IS NULL OR a.created_ns >= $from) AND ($before IS NULL OR a.created_ns < $before)
              AND {AnnotationReader.InProject(selection.Scope)}
            """);
        return command
            .Bind("$after", after)
            .Bind("$window", (long)window)
            .Bind("$workspace", StoredIds.ToBlob(selection.WorkspaceId))
            .Bind("$kind", (long)selection.Scope)
            .Bind("$project", selection.ProjectId)
            .Bind("$name", selection.Name)
            .Bind("$identifier", selection.Identifier)
            .Bind("$annotator", selection.AnnotatorKind)
            .Bind("$from", selection.CreatedFromUnixNanos)
            .Bind("$before", selection.CreatedBeforeUnixNanos)
            .ExecuteNonQuery();
    }

    /// <summary>Deletes one annotation; whether it was there.</summary>
    public static bool Erase(Guid workspaceId, AnnotationScope scope, long id, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, "DELETE FROM annotations WHERE id = $id AND workspace = $workspace AND kind = $kind");
        return command.Bind("$id", id).Bind("$workspace", StoredIds.ToBlob(workspaceId)).Bind("$kind", (long)scope).ExecuteNonQuery() > 0;
    }

    private static SqliteCommand Bind(SqliteCommand command, AnnotationRow annotation) => command
        .Bind("$workspace", StoredIds.ToBlob(annotation.WorkspaceId))
        .Bind("$kind", (long)annotation.Scope)
        .Bind("$target", annotation.Target)
        .Bind("$span", annotation.SpanId is { } span ? StoredIds.ToNumber(span) : null)
        .Bind("$name", annotation.Name)
        .Bind("$identifier", annotation.Identifier)
        .Bind("$annotator", annotation.AnnotatorKind)
        .Bind("$label", annotation.Values.Label)
        .Bind("$score", annotation.Values.Score)
        .Bind("$explanation", annotation.Values.Explanation)
        .Bind("$metadata", annotation.Metadata)
        .Bind("$source", annotation.Source)
        .Bind("$created", annotation.CreatedUnixNanos)
        .Bind("$updated", annotation.UpdatedUnixNanos);
}
