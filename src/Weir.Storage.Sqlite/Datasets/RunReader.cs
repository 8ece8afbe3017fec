using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;
using Weir.Tracing.Experiments;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Reads runs of experiments and what is said about them.</summary>
internal static class RunReader
{
    private const int RunsAtOnce = 500;
    private const int RunColumnCount = 9;
    private const string RunColumns = "u.id, u.experiment, u.example, u.repetition, u.output, u.error, u.trace_id, u.start_ns, u.end_ns";

    // The statements bind $experiment; $version is the one that the experiment is over.
    private const string Example = $"JOIN dataset_examples e ON e.id = u.example JOIN {ExampleReader.Revision}";

    public static IdPage<RunRow> List(long experimentId, long fromId, int limit, ReadConnection connection) => IdPages.Read(
        connection.Command($"SELECT {RunColumns} FROM experiment_runs u WHERE u.experiment = $experiment AND u.id <= $from ORDER BY u.id DESC LIMIT $limit")
            .Bind("$experiment", experimentId)
            .Bind("$from", fromId),
        limit,
        ReadRun,
        run => run.Id,
        run => run.Output.Length);

    public static IdPage<IncompleteExample> ListIncompleteRuns(ExperimentRow experiment, long fromExample, int limit, ReadConnection connection)
    {
        var command = Bind(connection.Command(
            $"""
            SELECT {ExampleReader.Columns},
                   (SELECT group_concat(u.repetition) FROM experiment_runs u WHERE u.experiment = $experiment AND u.example = e.id AND u.error IS NULL)
            FROM experiment_examples x JOIN dataset_examples e ON e.id = x.example JOIN {ExampleReader.Revision}
            WHERE x.experiment = $experiment AND x.example >= $from
              AND (SELECT count(*) FROM experiment_runs u WHERE u.experiment = $experiment AND u.example = x.example AND u.error IS NULL) < $repetitions
            ORDER BY x.example LIMIT $limit
            """), experiment)
            .Bind("$from", fromExample)
            .Bind("$repetitions", (long)experiment.Repetitions);
        return IdPages.Read(command, limit, row => ReadIncomplete(row, experiment.Repetitions), item => item.Example.Id, item => ExampleReader.SizeOf(item.Example));
    }

    public static IdPage<IncompleteEvaluation> ListIncompleteEvaluations(
        ExperimentRow experiment, ImmutableArray<string> names, long fromRun, int limit, ReadConnection connection)
    {
        var command = Bind(connection.Command(
            $"""
            SELECT {RunColumns}, {ExampleReader.Columns},
                   (SELECT json_group_array(g.value) FROM json_each($names) g
                    WHERE NOT EXISTS(SELECT 1 FROM experiment_evaluations v WHERE v.run = u.id AND v.name = g.value AND v.error IS NULL)) AS missing
            FROM experiment_runs u {Example}
            WHERE u.experiment = $experiment AND u.id >= $from AND u.error IS NULL AND missing <> '[]'
            ORDER BY u.id LIMIT $limit
            """), experiment)
            .Bind("$from", fromRun)
            .Bind("$names", StoredIds.ToJson(names));
        return IdPages.Read(command, limit, ReadUnevaluated, item => item.Run.Id, item => item.Run.Output.Length + ExampleReader.SizeOf(item.Example));
    }

    public static IReadOnlyList<EvaluatedRun> ReadAll(ExperimentRow experiment, RunRow? after, ReadConnection connection)
    {
        var runs = new List<EvaluatedRun>();
        var size = 0L;
        using var row = Bind(connection.Command(
            $"""
            SELECT {RunColumns}, {ExampleReader.Columns}
            FROM experiment_runs u {Example}
            WHERE u.experiment = $experiment AND (u.example, u.repetition) > ($example, $repetition)
            ORDER BY u.example, u.repetition LIMIT $limit
            """), experiment)
            .Bind("$example", after?.ExampleId ?? 0)
            .Bind("$repetition", (long)(after?.Repetition ?? 0))
            .Bind("$limit", (long)RunsAtOnce)
            .ExecuteReader();
        while (size < IdPages.LargestPage && row.Read())
        {
            var (run, example) = (ReadRun(row), ExampleReader.Read(row, RunColumnCount));
            runs.Add(new EvaluatedRun(run, example, EvaluationTable.List(run.Id, connection)));
            size += run.Output.Length + ExampleReader.SizeOf(example);
        }

        return runs;
    }

    private static SqliteCommand Bind(SqliteCommand command, ExperimentRow experiment) => command
        .Bind("$workspace", StoredIds.ToBlob(experiment.WorkspaceId))
        .Bind("$experiment", experiment.Id)
        .Bind("$version", experiment.VersionId);

    private static IncompleteExample ReadIncomplete(SqliteDataReader row, int repetitions)
    {
        var numbers = StoredSpanReader.ReadText(row, ExampleReader.ColumnCount)?.Split(',') ?? [];
        var done = numbers.Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToHashSet();
        return new IncompleteExample(ExampleReader.Read(row, 0), [.. Enumerable.Range(1, repetitions).Where(repetition => !done.Contains(repetition))]);
    }

    private static IncompleteEvaluation ReadUnevaluated(SqliteDataReader row) => new(
        ReadRun(row),
        ExampleReader.Read(row, RunColumnCount),
        [.. ExampleReader.Names(row.GetString(RunColumnCount + ExampleReader.ColumnCount)).Order(StringComparer.Ordinal)]);

    private static RunRow ReadRun(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        ExperimentId = row.GetInt64(1),
        ExampleId = row.GetInt64(2),
        Repetition = row.GetInt32(3),
        Output = row.GetString(4),
        Error = StoredSpanReader.ReadText(row, 5),
        TraceId = StoredSpanReader.ReadText(row, 6),
        StartUnixNanos = row.GetInt64(7),
        EndUnixNanos = row.GetInt64(8),
    };
}
