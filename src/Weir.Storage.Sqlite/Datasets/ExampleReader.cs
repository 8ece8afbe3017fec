using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Reads examples as a version of their dataset has them.</summary>
internal static class ExampleReader
{
    /// <summary>How many of the columns of <see cref="Columns"/> there are.</summary>
    public const int ColumnCount = 9;

    /// <summary>Columns of an example <c>e</c> with its revision <c>r</c>; they need <c>$workspace</c>.</summary>
    public const string Columns =
        """
        e.id, e.external_id, e.span_id, r.input, r.output, r.metadata, r.created_ns,
        (SELECT s.id FROM spans s JOIN traces t ON t.id = s.trace WHERE s.span_id = e.span_id AND t.workspace = $workspace LIMIT 1),
        (SELECT json_group_array(n.name) FROM (SELECT p.name FROM split_examples m JOIN dataset_splits p ON p.id = m.split WHERE m.example = e.id ORDER BY p.name) n)
        """;

    /// <summary>The revision <c>r</c> of an example <c>e</c> in <c>$version</c>.</summary>
    public const string Revision =
        "dataset_revisions r ON r.example = e.id AND r.version = (SELECT max(v.version) FROM dataset_revisions v WHERE v.example = e.id AND v.version <= $version)";

    private const string Page =
        $"""
        SELECT {Columns}
        FROM dataset_examples e JOIN {Revision}
        WHERE e.dataset = $dataset AND e.id >= $from AND NOT r.is_deleted
          AND ($splits IS NULL OR EXISTS(SELECT 1 FROM split_examples m WHERE m.example = e.id AND m.split IN (SELECT value FROM json_each($splits))))
          AND ($experiment IS NULL OR EXISTS(SELECT 1 FROM experiment_examples x WHERE x.experiment = $experiment AND x.example = e.id))
        ORDER BY e.id LIMIT $limit
        """;

    public static IdPage<ExampleRow>? Read(ExampleQuery query, ReadConnection connection)
    {
        if (DatasetReader.Find(query.WorkspaceId, query.DatasetId, null, connection) is null)
        {
            return null;
        }

        var command = connection.Command(Page)
            .Bind("$workspace", StoredIds.ToBlob(query.WorkspaceId))
            .Bind("$dataset", query.DatasetId)
            .Bind("$version", query.VersionId)
            .Bind("$from", query.FromId)
            .Bind("$splits", query.SplitIds is { } splits ? StoredIds.ToJson(splits) : null)
            .Bind("$experiment", query.ExperimentId);
        return IdPages.Read(command, query.Limit, row => Read(row, 0), example => example.Id, SizeOf);
    }

    /// <summary>Characters of an example's texts.</summary>
    public static long SizeOf(ExampleRow example) => example.Input.Length + example.Output.Length + (long)example.Metadata.Length;

    /// <summary>Reads <see cref="Columns"/>, which begin at a place.</summary>
    public static ExampleRow Read(SqliteDataReader row, int first) => new()
    {
        Id = row.GetInt64(first),
        ExternalId = StoredSpanReader.ReadText(row, first + 1),
        Source = StoredSpanReader.ReadNumber(row, first + 2) is { } span && StoredSpanReader.ReadNumber(row, first + 7) is { } id ? (StoredIds.ToSpanId(span), id) : null,
        Input = row.GetString(first + 3),
        Output = row.GetString(first + 4),
        Metadata = row.GetString(first + 5),
        UpdatedUnixNanos = row.GetInt64(first + 6),
        Splits = Names(row.GetString(first + 8)),
    };

    /// <summary>The texts of a JSON list.</summary>
    public static ImmutableArray<string> Names(string list)
    {
        if (list == "[]")
        {
            return [];
        }

        using var names = JsonDocument.Parse(list);
        return [.. names.RootElement.EnumerateArray().Select(name => name.GetString()!)];
    }
}
