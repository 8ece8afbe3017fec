using Microsoft.Data.Sqlite;
using Weir.Ledger.Keys;
using Weir.Ledger.Notifications;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Notices and their deliveries in <c>weir.db</c>.</summary>
public sealed class SqliteNotificationStore : INotificationStore
{
    // Windows that can begin again are over by then; those of limits that never do are kept.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private const string JoinSql = "SELECT * FROM deliveries JOIN notices ON id = notice_id";

    private readonly LedgerDatabase _database;

    internal SqliteNotificationStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public ValueTask<bool> AddAsync(NoticeRow notice, IReadOnlyCollection<string> channels, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => Add(connection, notice, channels), cancellationToken);

    /// <inheritdoc/>
    public ValueTask ForgetLowBalanceAsync(CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            // The window is renamed and not removed: what was sent of it stays in the list.
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE notices SET window = 'over ' || id WHERE kind = $kind AND window = 'low'";
            _ = CommandParameters.Bind(command, "$kind", (int)NoticeKind.LowBalance).ExecuteNonQuery();
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DeliveryRow>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<DeliveryRow>>(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = JoinSql + " WHERE state = 0 AND due_at <= $now ORDER BY due_at LIMIT $limit";
            _ = CommandParameters.Bind(command, "$now", SqliteValues.Micros(now));
            return ReadAll(CommandParameters.Bind(command, "$limit", limit));
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveDeliveryAsync(DeliveryRow delivery, CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE deliveries SET state = $state, attempts = $attempts, due_at = $due_at, problem = $problem WHERE notice_id = $id AND channel = $channel";
            _ = CommandParameters.Bind(command, "$state", (int)delivery.State);
            _ = CommandParameters.Bind(command, "$attempts", delivery.Attempts);
            _ = CommandParameters.Bind(command, "$due_at", SqliteValues.Micros(delivery.DueAt));
            _ = CommandParameters.Bind(command, "$problem", delivery.Problem);
            _ = CommandParameters.Bind(command, "$id", delivery.Notice.Id.ToString());
            _ = CommandParameters.Bind(command, "$channel", delivery.Channel).ExecuteNonQuery();
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DeliveryRow>> ReadLatestAsync(int limit, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<DeliveryRow>>(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = JoinSql + " ORDER BY at DESC, id DESC, channel LIMIT $limit";
            return ReadAll(CommandParameters.Bind(command, "$limit", limit));
        },
        cancellationToken);

    private static bool Add(SqliteConnection connection, NoticeRow notice, IReadOnlyCollection<string> channels)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT OR IGNORE INTO notices (kind, subject, window, percent, id, subject_name, reset, limit_nanos, amount_nanos, at)
            VALUES ($kind, $subject, $window, $percent, $id, $subject_name, $reset, $limit_nanos, $amount_nanos, $at)
            """;
        _ = CommandParameters.Bind(command, "$kind", (int)notice.Kind);
        _ = CommandParameters.Bind(command, "$subject", notice.Subject);
        _ = CommandParameters.Bind(command, "$window", notice.Window);
        _ = CommandParameters.Bind(command, "$percent", notice.Percent);
        _ = CommandParameters.Bind(command, "$id", notice.Id.ToString());
        _ = CommandParameters.Bind(command, "$subject_name", notice.SubjectName);
        _ = CommandParameters.Bind(command, "$reset", (int)notice.Reset);
        _ = CommandParameters.Bind(command, "$limit_nanos", notice.Limit.Nanos);
        _ = CommandParameters.Bind(command, "$amount_nanos", notice.Amount.Nanos);
        _ = CommandParameters.Bind(command, "$at", SqliteValues.Micros(notice.At));
        if (command.ExecuteNonQuery() == 0)
        {
            return false;
        }

        foreach (var channel in channels)
        {
            using var delivery = connection.CreateCommand();
            delivery.CommandText = "INSERT INTO deliveries (notice_id, channel, state, attempts, due_at) VALUES ($id, $channel, 0, 0, $at)";
            _ = CommandParameters.Bind(delivery, "$id", notice.Id.ToString());
            _ = CommandParameters.Bind(delivery, "$channel", channel);
            _ = CommandParameters.Bind(delivery, "$at", SqliteValues.Micros(notice.At)).ExecuteNonQuery();
        }

        Prune(connection, notice.At - Kept);
        return true;
    }

    private static void Prune(SqliteConnection connection, DateTimeOffset before)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            DELETE FROM deliveries WHERE notice_id IN (SELECT id FROM notices WHERE at < $before AND reset <> 0);
            DELETE FROM notices WHERE at < $before AND reset <> 0
            """;
        _ = CommandParameters.Bind(command, "$before", SqliteValues.Micros(before)).ExecuteNonQuery();
    }

    private static List<DeliveryRow> ReadAll(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<DeliveryRow>();
        while (reader.Read())
        {
            rows.Add(new DeliveryRow
            {
                Notice = ReadNotice(reader),
                Channel = reader.RequiredText("channel"),
                State = (DeliveryState)(reader.Number("state") ?? 0),
                Attempts = (int)(reader.Number("attempts") ?? 0),
                DueAt = SqliteValues.Time(reader.Number("due_at") ?? 0),
                Problem = reader.Text("problem"),
            });
        }

        return rows;
    }

    private static NoticeRow ReadNotice(SqliteDataReader reader) => new()
    {
        Id = Guid.Parse(reader.RequiredText("id")),
        Kind = (NoticeKind)(reader.Number("kind") ?? 0),
        Subject = reader.RequiredText("subject"),
        SubjectName = reader.RequiredText("subject_name"),
        Window = reader.RequiredText("window"),
        Reset = (LimitReset)(reader.Number("reset") ?? 0),
        Percent = (int)(reader.Number("percent") ?? 0),
        Limit = new Usd(reader.Number("limit_nanos") ?? 0),
        Amount = new Usd(reader.Number("amount_nanos") ?? 0),
        At = SqliteValues.Time(reader.Number("at") ?? 0),
    };
}
