using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Activity;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger.Usage;

/// <summary>Reads the answer of one <see cref="UsageQuery"/>.</summary>
internal static class UsageReader
{
    public static IReadOnlyList<UsageRow> Read(ReadConnection connection, UsageQuery query)
    {
        var sql = new UsageSql(query);
        if (query.Times.IsEmpty)
        {
            return ReadSums(connection, sql, query);
        }

        // Two statements of one moment: the distributions must be of the rows that they stand in.
        connection.Execute("BEGIN");
        try
        {
            var rows = ReadSums(connection, sql, query);
            return rows.Count == 0 ? rows : WithTimes(rows, ReadTimes(connection, sql, query));
        }
        finally
        {
            connection.Execute("COMMIT");
        }
    }

    private static List<UsageRow> ReadSums(ReadConnection connection, UsageSql sql, UsageQuery query)
    {
        using var reader = sql.Bind(connection.Command(sql.Sums())).ExecuteReader();
        var rows = new List<UsageRow>();
        while (reader.Read())
        {
            var next = query.By.Length + 1;
            rows.Add(new UsageRow
            {
                At = SqliteValues.Time(reader.GetInt64(0)),
                Values = ValuesOf(reader, query.By.Length),
                Requests = reader.GetInt64(next++),
                Errors = reader.GetInt64(next++),
                Cancelled = reader.GetInt64(next++),
                PromptTokens = reader.GetInt64(next++),
                CompletionTokens = reader.GetInt64(next++),
                ReasoningTokens = reader.GetInt64(next++),
                CachedTokens = reader.GetInt64(next++),
                Charged = new Usd(reader.GetInt64(next++)),
                Byok = new Usd(reader.GetInt64(next++)),
                CacheDiscount = new Usd(reader.GetInt64(next++)),
                WebSearch = new Usd(reader.GetInt64(next)),
            });
        }

        return rows;
    }

    private static Dictionary<string, ImmutableDictionary<UsageTime, TimeDistribution>> ReadTimes(ReadConnection connection, UsageSql sql, UsageQuery query)
    {
        using var reader = sql.Bind(connection.Command(sql.Times())).ExecuteReader();
        var found = new Dictionary<string, ImmutableDictionary<UsageTime, TimeDistribution>>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var next = query.By.Length + 1;
            var place = PlaceOf(SqliteValues.Time(reader.GetInt64(0)), ValuesOf(reader, query.By.Length));
            var kind = (UsageTime)reader.GetInt64(next++);
            var times = found.GetValueOrDefault(place, ImmutableDictionary<UsageTime, TimeDistribution>.Empty);
            if (!times.TryGetValue(kind, out var distribution))
            {
                distribution = new TimeDistribution();
                found[place] = times.Add(kind, distribution);
            }

            distribution.Add(reader.GetInt32(next), reader.GetInt64(next + 1));
        }

        return found;
    }

    private static IReadOnlyList<UsageRow> WithTimes(List<UsageRow> rows, Dictionary<string, ImmutableDictionary<UsageTime, TimeDistribution>> times) =>
        [.. rows.Select(row => times.TryGetValue(PlaceOf(row.At, row.Values), out var found) ? row with { Times = found } : row)];

    // Lengths before the texts: no two lists of values make the same text.
    private static string PlaceOf(DateTimeOffset at, ImmutableArray<string?> values) =>
        string.Concat(values.Select(value => value is null ? "-;" : $"{value.Length}:{value};").Prepend($"{at.UtcTicks};"));

    private static ImmutableArray<string?> ValuesOf(SqliteDataReader reader, int count)
    {
        var values = ImmutableArray.CreateBuilder<string?>(count);
        for (var column = 1; column <= count; column++)
        {
            values.Add(reader.IsDBNull(column) ? null : reader.GetString(column));
        }

        return values.MoveToImmutable();
    }
}
