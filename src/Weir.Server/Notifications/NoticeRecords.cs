using Weir.Ledger.Keys;
using Weir.Ledger.Notifications;
using Weir.Protocol.Notifications;
using Weir.Protocol.Primitives;

namespace Weir.Server.Notifications;

/// <summary>Shows notices and deliveries as wire records, and in words.</summary>
internal static class NoticeRecords
{
    public static NoticeRecord Of(NoticeRow row) => new()
    {
        Id = row.Id.ToString(),
        Type = row.Kind switch
        {
            NoticeKind.KeyLimit => "key_limit",
            NoticeKind.WorkspaceBudget => "workspace_budget",
            NoticeKind.LowBalance => "low_balance",
            _ => "test",
        },
        CreatedAt = WireTime.Format(row.At),
        Text = TextOf(row),
        SubjectId = row.Subject.Length == 0 ? null : row.Subject,
        SubjectName = row.SubjectName,
        Percent = row.Percent == 0 ? null : row.Percent,
        ResetInterval = IntervalOf(row.Reset),
        LimitUsd = row.Limit,
        AmountUsd = row.Amount,
    };

    public static DeliveryRecord Of(DeliveryRow row) => new()
    {
        Notice = Of(row.Notice),
        Channel = row.Channel,
        State = row.State switch { DeliveryState.Waiting => "waiting", DeliveryState.Delivered => "delivered", _ => "given_up" },
        Attempts = row.Attempts,
        Problem = row.Problem,
    };

    private static string TextOf(NoticeRow row) => row.Kind switch
    {
        NoticeKind.KeyLimit =>
            $"The key {row.SubjectName} has used {row.Percent}% of its {IntervalOf(row.Reset) ?? "total"} limit: {Dollars(row.Amount)} of {Dollars(row.Limit)}.",
        NoticeKind.WorkspaceBudget =>
            $"The workspace {row.SubjectName} has used {row.Percent}% of its {IntervalOf(row.Reset) ?? "lifetime"} budget: {Dollars(row.Amount)} of {Dollars(row.Limit)}.",
        NoticeKind.LowBalance => $"The balance is low: {Dollars(row.Amount)}, below {Dollars(row.Limit)}.",
        _ => "This is a test: notices of this server arrive here.",
    };

    private static string? IntervalOf(LimitReset reset) => reset == LimitReset.Never ? null : reset.ToString().ToLowerInvariant();

    private static string Dollars(Usd amount) => amount < Usd.Zero ? $"-${Usd.Zero - amount}" : $"${amount}";
}
