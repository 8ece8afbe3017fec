using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Contents;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>
/// The columns of a workspace that say whose prompts and answers are kept. The rate is a decimal text, the keys are their numbers with commas.
/// </summary>
internal static class LoggingColumns
{
    public static void Bind(SqliteCommand command, LoggingPolicy policy)
    {
        var keys = policy.KeyIds is { } ids ? string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture))) : null;
        _ = CommandParameters.Bind(command, "$io_logging", policy.IsEnabled ? 1 : 0);
        _ = CommandParameters.Bind(command, "$io_sampling_rate", policy.SamplingRate.ToString(CultureInfo.InvariantCulture));
        _ = CommandParameters.Bind(command, "$io_key_ids", keys);
    }

    public static LoggingPolicy Read(SqliteDataReader reader) => new()
    {
        IsEnabled = reader.Flag("io_logging"),
        SamplingRate = decimal.Parse(reader.RequiredText("io_sampling_rate"), CultureInfo.InvariantCulture),
        KeyIds = reader.Text("io_key_ids")?.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => long.Parse(id, CultureInfo.InvariantCulture))
            .ToImmutableArray(),
    };
}
