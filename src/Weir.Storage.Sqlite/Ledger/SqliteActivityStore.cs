using Microsoft.Data.Sqlite;
using Weir.Ledger.Activity;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger.Usage;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Sums over the generations of <c>weir.db</c>, and reports about them.</summary>
public sealed class SqliteActivityStore : IActivityStore
{
    private readonly LedgerDatabase _database;

    internal SqliteActivityStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ActivityRow>> ReadActivityAsync(ActivityQuery query, int limit, CancellationToken cancellationToken) =>
        await _database.Long.ReadAsync(connection => ActivitySums.Read(connection, query, limit), cancellationToken);

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
}
