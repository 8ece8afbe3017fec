using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Metrics;

namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>Gathers what spans change in the rollups, and writes it in the transaction of whoever changed the spans.</summary>
/// <remarks>Bounded by the spans of one step, times the number of series.</remarks>
internal sealed class RollupChanges
{
    private const string ReadRow =
        """
        SELECT spans, errors, calls, prompt_tokens, completion_tokens, total_tokens, cache_read_tokens, cost_nanos, latency
        FROM rollups WHERE project = $project AND series = $series AND start = $start AND value = $value
        """;

    private const string WriteRow =
        """
        INSERT OR REPLACE INTO rollups(project, series, start, value, spans, errors, calls, prompt_tokens, completion_tokens, total_tokens, cache_read_tokens, cost_nanos, latency)
        VALUES($project, $series, $start, $value, $spans, $errors, $calls, $prompt, $completion, $total, $cached, $cost, $latency)
        """;

    private const string EraseRow = "DELETE FROM rollups WHERE project = $project AND series = $series AND start = $start AND value = $value";

    private readonly Dictionary<RollupKey, RollupCell> _cells = [];

    /// <summary>A span is now another thing than it was.</summary>
    public void Move(RollupSpan span, RollupState from, RollupState to)
    {
        var second = span.StartSecond;
        foreach (var series in RollupSeries.All)
        {
            var start = second - Remainder(second, series.Seconds);
            var key = new RollupKey(span.Project, series.Number, start, span.ValueOf(series.Group));
            if (!_cells.TryGetValue(key, out var cell))
            {
                _cells.Add(key, cell = new RollupCell());
            }

            span.AddTo(cell, from, -1);
            span.AddTo(cell, to, 1);
        }
    }

    public void Write(SqliteConnection connection)
    {
        using var read = WriterCommand.Of(connection, ReadRow);
        using var write = WriterCommand.Of(connection, WriteRow);
        using var erase = WriterCommand.Of(connection, EraseRow);
        foreach (var (key, cell) in _cells)
        {
            if (cell.IsEmpty)
            {
                continue;
            }

            var numbers = Read(BindKey(read, key));
            cell.AddTo(numbers);
            if (numbers.Spans > 0)
            {
                Write(BindKey(write, key), numbers);
            }
            else
            {
                _ = BindKey(erase, key).ExecuteNonQuery();
            }
        }

        _cells.Clear();
    }

    /// <summary>Adds up a row of the nine numbers, the first of them in the given column.</summary>
    public static void AddRow(SqliteDataReader row, int first, CallNumbers sum)
    {
        sum.Spans = CallNumbers.Sum(sum.Spans, row.GetInt64(first));
        sum.Errors = CallNumbers.Sum(sum.Errors, row.GetInt64(first + 1));
        sum.Calls = CallNumbers.Sum(sum.Calls, row.GetInt64(first + 2));
        sum.PromptTokens = CallNumbers.Sum(sum.PromptTokens, row.GetInt64(first + 3));
        sum.CompletionTokens = CallNumbers.Sum(sum.CompletionTokens, row.GetInt64(first + 4));
        sum.TotalTokens = CallNumbers.Sum(sum.TotalTokens, row.GetInt64(first + 5));
        sum.CacheReadTokens = CallNumbers.Sum(sum.CacheReadTokens, row.GetInt64(first + 6));
        sum.CostNanos = CallNumbers.Sum(sum.CostNanos, row.GetInt64(first + 7));
        sum.Latency.AddPacked((byte[])row.GetValue(first + 8));
    }

    private static long Remainder(long value, long unit) => (value % unit + unit) % unit;

    private static CallNumbers Read(SqliteCommand command)
    {
        var numbers = new CallNumbers();
        using var row = command.ExecuteReader();
        if (row.Read())
        {
            AddRow(row, 0, numbers);
        }

        return numbers;
    }

    private static SqliteCommand BindKey(SqliteCommand command, RollupKey key) =>
        command.Bind("$project", key.Project).Bind("$series", (long)key.Series).Bind("$start", key.Start).Bind("$value", key.Value);

    private static void Write(SqliteCommand command, CallNumbers numbers) => _ = command
        .Bind("$spans", numbers.Spans)
        .Bind("$errors", numbers.Errors)
        .Bind("$calls", numbers.Calls)
        .Bind("$prompt", numbers.PromptTokens)
        .Bind("$completion", numbers.CompletionTokens)
        .Bind("$total", numbers.TotalTokens)
        .Bind("$cached", numbers.CacheReadTokens)
        .Bind("$cost", numbers.CostNanos)
        .Bind("$latency", numbers.Latency.Pack())
        .ExecuteNonQuery();
}
