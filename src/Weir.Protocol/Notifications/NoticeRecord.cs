using Weir.Protocol.Primitives;

namespace Weir.Protocol.Notifications;

/// <summary>Something operators are told of, as a webhook receives it.</summary>
public sealed record NoticeRecord
{
    /// <summary>The same each time it is sent.</summary>
    public required string Id { get; init; }

    /// <summary><c>key_limit</c>, <c>workspace_budget</c>, <c>low_balance</c> or <c>test</c>.</summary>
    public required string Type { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>In words.</summary>
    public required string Text { get; init; }

    /// <summary>The hash of the key or the id of the workspace; null: the account.</summary>
    public required string? SubjectId { get; init; }

    /// <summary>The masked label of the key, or the slug of the workspace.</summary>
    public required string SubjectName { get; init; }

    /// <summary>80 or 100; null where there is no limit.</summary>
    public required int? Percent { get; init; }

    /// <summary><c>daily</c>, <c>weekly</c>, <c>monthly</c>; null: in all.</summary>
    public required string? ResetInterval { get; init; }

    /// <summary>The limit, or the bound below which the balance is low.</summary>
    public required Usd LimitUsd { get; init; }

    /// <summary>The spend, or the balance.</summary>
    public required Usd AmountUsd { get; init; }
}
