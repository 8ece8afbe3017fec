using Microsoft.Data.Sqlite;
using Weir.Ledger.Activity;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Sums over the generations of <c>weir.db</c>, and reports about them.</summary>
public sealed class SqliteActivityStore : IActivityStore
{
    // Times are Unix microseconds; the day of one is counted from the same epoch.
    private const string ActivitySql = """
        SELECT created_at / 86400000000 AS day, model, provider_name, CASE WHEN $by_workspace THEN workspace_id END AS workspace, COUNT(*) AS requests,
               SUM(IFNULL(prompt_tokens, 0)) AS prompt, SUM(IFNULL(completion_tokens, 0)) AS completion, SUM(IFNULL(reasoning_tokens, 0)) AS reasoning, SUM(charge_nanos) AS nanos,
               SUM(IFNULL(upstream_nanos, 0)) AS byok
        FROM generations
        WHERE created_at >= $from AND created_at < $until AND provider_name IS NOT NULL
          AND ($key IS NULL OR key_hash = $key) AND ($workspace IS NULL OR workspace_id = $workspace)
          AND ($user IS NULL OR key_hash IN (SELECT hash FROM keys WHERE creator_user_id = $user))
        GROUP BY day, model, provider_name, workspace ORDER BY day DESC, nanos DESC, model, provider_name LIMIT $limit
        """;

    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    private readonly LedgerDatabase _database;

    internal SqliteActivityStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ActivityRow>> ReadActivityAsync(ActivityQuery query, int limit, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => ReadActivity(connection, query, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveFeedbackAsync(FeedbackRow feedback, CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT OR REPLACE INTO feedback (generation_id, category, actor, comment, at) VALUES ($generation_id, $category, $actor, $comment, $at)";
            _ = CommandParameters.Bind(command, "$generation_id", feedback.GenerationId.Value);
            _ = CommandParameters.Bind(command, "$category", feedback.Category);
            _ = CommandParameters.Bind(command, "$actor", feedback.Actor);
            _ = CommandParameters.Bind(command, "$comment", feedback.Comment);
            _ = CommandParameters.Bind(command, "$at", SqliteValues.Micros(feedback.At));
            _ = command.ExecuteNonQuery();
        },
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<FeedbackRow>> ReadFeedbackAsync(GenerationId id, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => ReadFeedback(connection, id), cancellationToken);

    private static List<ActivityRow> ReadActivity(SqliteConnection connection, ActivityQuery query, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = ActivitySql;
        _ = CommandParameters.Bind(command, "$by_workspace", query.ByWorkspace ? 1 : 0);
        _ = CommandParameters.Bind(command, "$from", StartOf(query.From));
        _ = CommandParameters.Bind(command, "$until", StartOf(query.To.AddDays(1)));
        _ = CommandParameters.Bind(command, "$key", query.Key?.ToString());
        _ = CommandParameters.Bind(command, "$workspace", query.WorkspaceId?.ToString());
        _ = CommandParameters.Bind(command, "$user", query.UserId);
        _ = CommandParameters.Bind(command, "$limit", limit);
        using var reader = command.ExecuteReader();
        var rows = new List<ActivityRow>();
        while (reader.Read())
        {
            rows.Add(new ActivityRow
            {
                Day = Epoch.AddDays((int)(reader.Number("day") ?? 0)),
                Model = reader.RequiredText("model"),
                ProviderName = reader.RequiredText("provider_name"),
                WorkspaceId = reader.Text("workspace") is { } workspace ? Guid.Parse(workspace) : null,
                Requests = reader.Number("requests") ?? 0,
                PromptTokens = reader.Number("prompt") ?? 0,
                CompletionTokens = reader.Number("completion") ?? 0,
                ReasoningTokens = reader.Number("reasoning") ?? 0,
                Charged = new Usd(reader.Number("nanos") ?? 0),
                Byok = new Usd(reader.Number("byok") ?? 0),
            });
        }

        return rows;
    }

    private static List<FeedbackRow> ReadFeedback(SqliteConnection connection, GenerationId id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM feedback WHERE generation_id = $id ORDER BY at, category, actor";
        using var reader = CommandParameters.Bind(command, "$id", id.Value).ExecuteReader();
        var reports = new List<FeedbackRow>();
        while (reader.Read())
        {
            reports.Add(new FeedbackRow
            {
                GenerationId = id,
                Category = reader.RequiredText("category"),
                Comment = reader.Text("comment"),
                Actor = reader.RequiredText("actor"),
                At = SqliteValues.Time(reader.Number("at") ?? 0),
            });
        }

        return reports;
    }

    private static long StartOf(DateOnly day) => SqliteValues.Micros(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
}
