using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Reads and writes evaluations of runs.</summary>
internal static class EvaluationTable
{
    private const string Upsert =
        """
        INSERT INTO experiment_evaluations(run, name, annotator_kind, label, score, explanation, error, metadata, trace_id, start_ns, end_ns)
        SELECT u.id, $name, $annotator, $label, $score, $explanation, $error, $metadata, $trace, $start, $end
        FROM experiment_runs u JOIN experiments x ON x.id = u.experiment WHERE u.id = $run AND x.workspace = $workspace
        ON CONFLICT(run, name) DO UPDATE SET
            annotator_kind = excluded.annotator_kind, label = excluded.label, score = excluded.score, explanation = excluded.explanation,
            error = excluded.error, metadata = excluded.metadata, trace_id = excluded.trace_id, start_ns = excluded.start_ns, end_ns = excluded.end_ns
        RETURNING id
        """;

    public static long? Write(Guid workspaceId, EvaluationRow evaluation, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, Upsert);
        return command
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$run", evaluation.RunId)
            .Bind("$name", evaluation.Name)
            .Bind("$annotator", evaluation.AnnotatorKind)
            .Bind("$label", evaluation.Label)
            .Bind("$score", evaluation.Score)
            .Bind("$explanation", evaluation.Explanation)
            .Bind("$error", evaluation.Error)
            .Bind("$metadata", evaluation.Metadata)
            .Bind("$trace", evaluation.TraceId)
            .Bind("$start", evaluation.StartUnixNanos)
            .Bind("$end", evaluation.EndUnixNanos)
            .ExecuteScalar() as long?;
    }

    public static ImmutableArray<EvaluationRow> List(long runId, ReadConnection connection)
    {
        var evaluations = ImmutableArray.CreateBuilder<EvaluationRow>();
        using var row = connection.Command(
            """
            SELECT id, name, annotator_kind, label, score, explanation, error, metadata, trace_id, start_ns, end_ns
            FROM experiment_evaluations WHERE run = $run ORDER BY name
            """)
            .Bind("$run", runId)
            .ExecuteReader();
        while (row.Read())
        {
            evaluations.Add(Read(row, runId));
        }

        return evaluations.ToImmutable();
    }

    private static EvaluationRow Read(SqliteDataReader row, long runId) => new()
    {
        Id = row.GetInt64(0),
        RunId = runId,
        Name = row.GetString(1),
        AnnotatorKind = row.GetString(2),
        Label = StoredSpanReader.ReadText(row, 3),
        Score = row.IsDBNull(4) ? null : row.GetDouble(4),
        Explanation = StoredSpanReader.ReadText(row, 5),
        Error = StoredSpanReader.ReadText(row, 6),
        Metadata = row.GetString(7),
        TraceId = StoredSpanReader.ReadText(row, 8),
        StartUnixNanos = row.GetInt64(9),
        EndUnixNanos = row.GetInt64(10),
    };
}
