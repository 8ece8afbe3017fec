using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Activity;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger.Usage;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Sums over the generations of <c>weir.db</c>, and reports about them.</summary>
public sealed class SqliteActivityStore : IActivityStore
{
    // 30 days of 3,000 endpoints each; the greatest of a day come first among them.
    private const int MostRead = 100_000;

    private readonly LedgerDatabase _database;

    internal SqliteActivityStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ActivityRow>> ReadActivityAsync(ActivityQuery query, int limit, CancellationToken cancellationToken)
    {
        var rows = await _database.Long.ReadAsync(connection => UsageReader.Read(connection, UsageOf(query)), cancellationToken);
        return
        [
            .. rows.Select(RowOf)
                .OrderByDescending(row => row.Day).ThenByDescending(row => row.Charged)
                .ThenBy(row => row.Model, StringComparer.Ordinal).ThenBy(row => row.ProviderName, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

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

    private static UsageQuery UsageOf(ActivityQuery query)
    {
        var filters = ImmutableArray.CreateBuilder<UsageFilter>();

        // What no provider was asked for is no activity of one.
        filters.Add(new UsageFilter(UsageDimension.Provider, UsageOperator.NotEqual, [""]));
        Add(UsageDimension.Key, query.Key?.ToString());
        Add(UsageDimension.KeyOwner, query.UserId);
        Add(UsageDimension.Workspace, query.WorkspaceId?.ToString());
        return new UsageQuery
        {
            From = StartOf(query.From),
            Until = StartOf(query.To.AddDays(1)),
            By = [UsageDimension.Model, UsageDimension.Provider, .. query.ByWorkspace ? (UsageDimension[])[UsageDimension.Workspace] : []],
            Filters = filters.ToImmutable(),
            Granularity = UsageGranularity.Day,
            Limit = MostRead,
        };

        void Add(UsageDimension dimension, string? value)
        {
            if (value is not null)
            {
                filters.Add(new UsageFilter(dimension, UsageOperator.Equal, [value]));
            }
        }
    }

    private static ActivityRow RowOf(UsageRow row) => new()
    {
        Day = DateOnly.FromDateTime(row.At.UtcDateTime),
        Model = row.Values[0]!,
        ProviderName = row.Values[1]!,
        WorkspaceId = row.Values.Length > 2 ? Guid.Parse(row.Values[2]!) : null,
        Requests = row.Requests,
        PromptTokens = row.PromptTokens,
        CompletionTokens = row.CompletionTokens,
        ReasoningTokens = row.ReasoningTokens,
        Charged = row.Charged,
        Byok = row.Byok,
    };

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

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
