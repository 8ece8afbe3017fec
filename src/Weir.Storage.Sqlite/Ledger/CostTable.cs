using Microsoft.Data.Sqlite;
using Weir.Ledger.Reconciliation;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Sums what models cost, to be compared with bills.</summary>
internal static class CostTable
{
    // Requests that no provider was asked are on nobody's bill, and so are answers that were kept.
    private const string Sql = """
        SELECT created_at / 86400000000 AS day, model, COUNT(*) AS requests, SUM(IFNULL(prompt_tokens, 0)) AS prompt, SUM(IFNULL(completion_tokens, 0)) AS completion,
               SUM(CASE WHEN is_byok THEN IFNULL(upstream_nanos, 0) ELSE charge_nanos END) AS nanos
        FROM generations
        WHERE created_at >= $from AND created_at < $until AND is_byok = $byok AND response_cache_source_id IS NULL AND provider_name IS NOT NULL
          AND ($provider IS NULL OR provider_name = $provider COLLATE NOCASE)
        GROUP BY day, model ORDER BY day, model LIMIT $limit
        """;

    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    public static List<DailyCost> Read(SqliteConnection connection, CostQuery query, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        _ = CommandParameters.Bind(command, "$from", StartOf(query.From));
        _ = CommandParameters.Bind(command, "$until", StartOf(query.To.AddDays(1)));
        _ = CommandParameters.Bind(command, "$byok", query.Byok ? 1 : 0);
        _ = CommandParameters.Bind(command, "$provider", query.Provider);
        _ = CommandParameters.Bind(command, "$limit", limit);
        using var reader = command.ExecuteReader();
        var costs = new List<DailyCost>();
        while (reader.Read())
        {
            costs.Add(new DailyCost
            {
                Day = Epoch.AddDays((int)(reader.Number("day") ?? 0)),
                Model = reader.RequiredText("model"),
                Requests = reader.Number("requests") ?? 0,
                PromptTokens = reader.Number("prompt") ?? 0,
                CompletionTokens = reader.Number("completion") ?? 0,
                Cost = new Usd(reader.Number("nanos") ?? 0),
            });
        }

        return costs;
    }

    private static long StartOf(DateOnly day) => SqliteValues.Micros(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
}
