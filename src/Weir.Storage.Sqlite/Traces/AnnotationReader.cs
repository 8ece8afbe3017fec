using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Annotations;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads annotations, and whether what they are about is there.</summary>
internal static class AnnotationReader
{
    private const string Columns =
        "a.id, a.target, a.span_id, a.name, a.identifier, a.annotator_kind, a.label, a.score, a.explanation, a.metadata, a.source, a.created_ns, a.updated_ns";

    /// <summary>The condition that an annotation <c>a</c> is about something that <c>$project</c> shows.</summary>
    public static string InProject(AnnotationScope scope) => scope switch
    {
        AnnotationScope.Trace => "EXISTS(SELECT 1 FROM traces t WHERE t.workspace = a.workspace AND t.trace_id = unhex(a.target) AND t.shown = $project)",
        AnnotationScope.Session => "EXISTS(SELECT 1 FROM sessions n WHERE n.project = $project AND n.session_id = a.target)",
        _ => $"EXISTS(SELECT 1 FROM {SpanShelves.Search("a.span_id")} WHERE s.project = $project)",
    };

    public static AnnotationPage List(AnnotationQuery query, ReadConnection connection)
    {
        var annotations = ImmutableArray.CreateBuilder<AnnotationRow>();
        using var row = connection.Command(Text(query))
            .Bind("$workspace", StoredIds.ToBlob(query.WorkspaceId))
            .Bind("$kind", (long)query.Scope)
            .Bind("$project", query.ProjectId)
            .Bind("$before", query.Before ?? long.MaxValue)
            .Bind("$targets", StoredIds.ToJson(query.Targets))
            .Bind("$identifiers", StoredIds.ToJson(query.Identifiers))
            .Bind("$names", StoredIds.ToJson(query.Names))
            .Bind("$without", StoredIds.ToJson(query.WithoutNames))
            .Bind("$limit", query.Limit + 1L)
            .ExecuteReader();
        while (row.Read())
        {
            if (annotations.Count == query.Limit)
            {
                return new AnnotationPage(annotations.ToImmutable(), annotations[^1].Id);
            }

            annotations.Add(Read(row, query));
        }

        return new AnnotationPage(annotations.ToImmutable(), null);
    }

    /// <summary>The largest id of all annotations; 0 when there are none.</summary>
    public static long LastId(ReadConnection connection) => (long)connection.Command("SELECT coalesce(max(id), 0) FROM annotations").ExecuteScalar()!;

    public static bool HasTarget(AnnotationRow annotation, ReadConnection connection)
    {
        var sql = annotation.Scope switch
        {
            AnnotationScope.Trace => "SELECT 1 FROM traces WHERE workspace = $workspace AND trace_id = unhex($target)",
            AnnotationScope.Session => "SELECT 1 FROM sessions n JOIN projects p ON p.id = n.project WHERE p.workspace = $workspace AND n.session_id = $target LIMIT 1",
            _ => $"SELECT 1 FROM {SpanShelves.Search("$span")} CROSS JOIN traces t ON t.id = s.trace WHERE t.workspace = $workspace LIMIT 1",
        };
        return connection.Command(sql)
            .Bind("$workspace", StoredIds.ToBlob(annotation.WorkspaceId))
            .Bind("$target", annotation.Target)
            .Bind("$span", annotation.SpanId is { } span ? StoredIds.ToNumber(span) : null)
            .ExecuteScalar() is not null;
    }

    private static string Text(AnnotationQuery query)
    {
        // Without the plus SQLite would go through everything in order of the id, where few are meant.
        var conditions = new List<string> { "a.workspace = $workspace", "a.kind = $kind", "+a.id < $before" };
        Add(query.Targets, "a.target IN (SELECT value FROM json_each($targets))");
        Add(query.Identifiers, "a.identifier IN (SELECT value FROM json_each($identifiers))");
        Add(query.Names, "a.name IN (SELECT value FROM json_each($names))");
        Add(query.WithoutNames, "a.name NOT IN (SELECT value FROM json_each($without))");
        conditions.Add(InProject(query.Scope));
        return $"SELECT {Columns} FROM annotations a WHERE {string.Join(" AND ", conditions)} ORDER BY +a.id DESC LIMIT $limit";

        void Add(ImmutableArray<string> values, string condition)
        {
            if (!values.IsEmpty)
            {
                conditions.Add(condition);
            }
        }
    }

    private static AnnotationRow Read(SqliteDataReader row, AnnotationQuery query) => new()
    {
        Id = row.GetInt64(0),
        WorkspaceId = query.WorkspaceId,
        Scope = query.Scope,
        Target = row.GetString(1),
        SpanId = StoredSpanReader.ReadNumber(row, 2) is { } span ? StoredIds.ToSpanId(span) : null,
        Name = row.GetString(3),
        Identifier = row.GetString(4),
        AnnotatorKind = row.GetString(5),
        Values = new AnnotationValues(StoredSpanReader.ReadText(row, 6), row.IsDBNull(7) ? null : row.GetDouble(7), StoredSpanReader.ReadText(row, 8)),
        Metadata = row.GetString(9),
        Source = row.GetString(10),
        CreatedUnixNanos = row.GetInt64(11),
        UpdatedUnixNanos = row.GetInt64(12),
    };
}
