using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Notifications;

/// <summary>Something operators are told of, once for each <see cref="Kind"/>, <see cref="Subject"/>, <see cref="Window"/> and <see cref="Percent"/>.</summary>
public sealed record NoticeRow
{
    public required Guid Id { get; init; }
    public required NoticeKind Kind { get; init; }

    /// <summary>The hash of a key or the id of a workspace; empty: the account.</summary>
    public required string Subject { get; init; }

    /// <summary>The masked label of the key, or the slug of the workspace.</summary>
    public required string SubjectName { get; init; }

    /// <summary>Names the window that the spend is counted in; another one begins anew.</summary>
    public required string Window { get; init; }

    public LimitReset Reset { get; init; }

    /// <summary>How much of the limit is used up at least; 0 where there is no limit.</summary>
    public required int Percent { get; init; }

    /// <summary>The limit, or below which the balance is low.</summary>
    public required Usd Limit { get; init; }

    /// <summary>The spend, or the balance.</summary>
    public required Usd Amount { get; init; }

    public required DateTimeOffset At { get; init; }
}
