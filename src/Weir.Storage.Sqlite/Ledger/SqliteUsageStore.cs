using Weir.Ledger.Activity;
using Weir.Ledger.Apps;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger.Usage;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Sums over the generations of <c>weir.db</c>, and lists of them.</summary>
/// <remarks>
/// Reads on connections of its own, each with a time budget: neither requests nor the writer wait for a long one, and the log starts over soon.
/// </remarks>
public sealed class SqliteUsageStore : IUsageStore
{
    private const string ConversationSql = """
        SELECT app_id, model, COUNT(*) AS turns, SUM(charge_nanos) AS nanos FROM generations
        WHERE created_at >= $from AND created_at < $until AND app_id IS NOT NULL AND session_id IS NOT NULL AND error_type IS NULL
        GROUP BY app_id, workspace_id, session_id, model
        """;

    private const string ListSql = """
        SELECT * FROM generations
        WHERE created_at >= $from AND created_at < $until AND (created_at, id) > ($after_at, $after_id)
          AND ($key IS NULL OR key_hash = $key) AND ($model IS NULL OR model = $model) AND ($user IS NULL OR external_user = $user)
          AND ($workspace IS NULL OR workspace_id = $workspace)
        ORDER BY created_at, id LIMIT $limit
        """;

    private readonly LedgerDatabase _database;

    internal SqliteUsageStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<UsageRow>> ReadUsageAsync(UsageQuery query, CancellationToken cancellationToken) =>
        _database.Long.ReadAsync(connection => UsageReader.Read(connection, query), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> RollUpAsync(int limit, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => UsageRollUp.Run(connection, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AppRow>> ReadAppsAsync(CancellationToken cancellationToken) => _database.Long.ReadAsync(AppTable.ReadAll, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ConversationRow>> ReadConversationsAsync(
        DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await _database.Long.ReadAsync(connection => ReadConversations(connection, from, until), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<(GenerationPlace Place, GenerationRow Row)>> ReadGenerationsAsync(
        GenerationListQuery query, CancellationToken cancellationToken) =>
        await _database.Long.ReadAsync(connection => ReadGenerations(connection, query), cancellationToken);

    private static List<ConversationRow> ReadConversations(ReadConnection connection, DateTimeOffset from, DateTimeOffset until)
    {
        var command = connection.Command(ConversationSql).With("$from", SqliteValues.Micros(from)).With("$until", SqliteValues.Micros(until));
        using var reader = command.ExecuteReader();
        var conversations = new List<ConversationRow>();
        while (reader.Read())
        {
            conversations.Add(new ConversationRow(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), new Usd(reader.GetInt64(3))));
        }

        return conversations;
    }

    private static List<(GenerationPlace Place, GenerationRow Row)> ReadGenerations(ReadConnection connection, GenerationListQuery query)
    {
        var after = query.After ?? new GenerationPlace(long.MinValue, 0);
        var command = connection.Command(ListSql)
            .With("$from", Math.Max(SqliteValues.Micros(query.From), after.Micros)).With("$until", SqliteValues.Micros(query.Until))
            .With("$after_at", after.Micros).With("$after_id", after.Number)
            .With("$key", query.Key?.ToString()).With("$model", query.Model).With("$user", query.ExternalUser).With("$workspace", query.WorkspaceId?.ToString())
            .With("$limit", query.Limit);
        using var reader = command.ExecuteReader();
        var rows = new List<(GenerationPlace Place, GenerationRow Row)>();
        while (reader.Read())
        {
            rows.Add((new GenerationPlace(reader.Number("created_at") ?? 0, reader.Number("id") ?? 0), GenerationTable.Read(reader)));
        }

        return rows;
    }
}
