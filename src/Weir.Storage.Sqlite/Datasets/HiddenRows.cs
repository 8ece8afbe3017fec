using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Takes away what was deleted: rows of the workspace that nobody has, and what belongs to them, the deepest first.</summary>
/// <remarks>A stop in between leaves rows that nobody sees; the next delete takes them away.</remarks>
internal static class HiddenRows
{
    // Of one step: some milliseconds, between which others write.
    private const int ErasedAtOnce = 1000;

    private const string Experiments = "(SELECT id FROM experiments WHERE workspace = x'')";
    private const string Datasets = "(SELECT id FROM datasets WHERE workspace = x'')";
    private const string Splits = "(SELECT id FROM dataset_splits WHERE workspace = x'')";
    private const string Prompts = "(SELECT id FROM prompts WHERE workspace = x'')";

    private static readonly string[] Steps =
    [
        "DELETE FROM experiment_evaluations WHERE id IN "
            + $"(SELECT e.id FROM experiment_runs r JOIN experiment_evaluations e ON e.run = r.id WHERE r.experiment IN {Experiments} LIMIT $limit)",
        $"DELETE FROM experiment_runs WHERE id IN (SELECT id FROM experiment_runs WHERE experiment IN {Experiments} LIMIT $limit)",
        "DELETE FROM experiment_examples WHERE (experiment, example) IN "
            + $"(SELECT experiment, example FROM experiment_examples WHERE experiment IN {Experiments} LIMIT $limit)",
        $"DELETE FROM experiment_tags WHERE id IN (SELECT id FROM experiment_tags WHERE experiment IN {Experiments} LIMIT $limit)",
        "DELETE FROM experiments WHERE id IN (SELECT id FROM experiments WHERE workspace = x'' LIMIT $limit)",
        "DELETE FROM split_examples WHERE (example, split) IN "
            + $"(SELECT s.example, s.split FROM dataset_examples e JOIN split_examples s ON s.example = e.id WHERE e.dataset IN {Datasets} LIMIT $limit)",
        "DELETE FROM dataset_revisions WHERE rowid IN "
            + $"(SELECT r.rowid FROM dataset_examples e JOIN dataset_revisions r ON r.example = e.id WHERE e.dataset IN {Datasets} LIMIT $limit)",
        $"DELETE FROM dataset_examples WHERE id IN (SELECT id FROM dataset_examples WHERE dataset IN {Datasets} LIMIT $limit)",
        $"DELETE FROM dataset_versions WHERE id IN (SELECT id FROM dataset_versions WHERE dataset IN {Datasets} LIMIT $limit)",
        $"DELETE FROM labels_of_datasets WHERE (dataset, label) IN (SELECT dataset, label FROM labels_of_datasets WHERE dataset IN {Datasets} LIMIT $limit)",
        "DELETE FROM datasets WHERE id IN (SELECT id FROM datasets WHERE workspace = x'' LIMIT $limit)",
        $"DELETE FROM split_examples WHERE (example, split) IN (SELECT example, split FROM split_examples WHERE split IN {Splits} LIMIT $limit)",
        "DELETE FROM dataset_splits WHERE id IN (SELECT id FROM dataset_splits WHERE workspace = x'' LIMIT $limit)",
        $"DELETE FROM prompt_tags WHERE id IN (SELECT id FROM prompt_tags WHERE prompt IN {Prompts} LIMIT $limit)",
        $"DELETE FROM prompt_versions WHERE id IN (SELECT id FROM prompt_versions WHERE prompt IN {Prompts} LIMIT $limit)",
        "DELETE FROM prompts WHERE id IN (SELECT id FROM prompts WHERE workspace = x'' LIMIT $limit)",
    ];

    /// <summary>Takes away everything that is hidden, step by step.</summary>
    public static async Task EraseAsync(GroupCommitWriter writer, CancellationToken cancellationToken)
    {
        for (var step = 0; step < Steps.Length;)
        {
            var (sql, erased) = (Steps[step], 0);
            await writer.WriteAsync(connection => erased = Erase(sql, connection), cancellationToken);
            step += erased < ErasedAtOnce ? 1 : 0;
        }
    }

    private static int Erase(string sql, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, sql);
        return command.Bind("$limit", (long)ErasedAtOnce).ExecuteNonQuery();
    }
}
