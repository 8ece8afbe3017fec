using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Writes runs on the writer's connection.</summary>
internal static class RunWriter
{
    private const string Known =
        """
        SELECT u.id, u.error IS NULL
        FROM experiments x JOIN experiment_examples e ON e.experiment = x.id AND e.example = $example
        LEFT JOIN experiment_runs u ON u.experiment = x.id AND u.example = $example AND u.repetition = $repetition
        WHERE x.id = $experiment AND x.workspace = $workspace
        """;

    private const string Upsert =
        """
        INSERT INTO experiment_runs(experiment, example, repetition, output, error, trace_id, start_ns, end_ns)
        VALUES($experiment, $example, $repetition, $output, $error, $trace, $start, $end)
        ON CONFLICT(experiment, example, repetition) DO UPDATE SET
            output = excluded.output, error = excluded.error, trace_id = excluded.trace_id, start_ns = excluded.start_ns, end_ns = excluded.end_ns
        RETURNING id
        """;

    public static RunOutcome Write(Guid workspaceId, RunRow run, SqliteConnection connection)
    {
        using (var known = WriterCommand.Of(connection, Known))
        {
            using var row = Bind(known, run).Bind("$workspace", StoredIds.ToBlob(workspaceId)).ExecuteReader();
            if (!row.Read())
            {
                return new RunOutcome(0, IsFinished: false);
            }

            if (!row.IsDBNull(0) && row.GetInt64(1) == 1)
            {
                return new RunOutcome(row.GetInt64(0), IsFinished: true);
            }
        }

        using var upsert = WriterCommand.Of(connection, Upsert);
        var id = (long)Bind(upsert, run)
            .Bind("$output", run.Output)
            .Bind("$error", run.Error)
            .Bind("$trace", run.TraceId)
            .Bind("$start", run.StartUnixNanos)
            .Bind("$end", run.EndUnixNanos)
            .ExecuteScalar()!;
        return new RunOutcome(id, IsFinished: false);
    }

    private static SqliteCommand Bind(SqliteCommand command, RunRow run) => command
        .Bind("$experiment", run.ExperimentId)
        .Bind("$example", run.ExampleId)
        .Bind("$repetition", (long)run.Repetition);
}
