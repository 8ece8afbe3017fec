using Weir.Protocol.Primitives;

namespace Weir.Protocol.Keys;

/// <summary>What every description of a key says about its limit and its spend; US dollars.</summary>
public record KeyUsageFields
{
    /// <summary>The masked text of the key: <c>sk-or-v1-abc...xyz</c>.</summary>
    public required string Label { get; init; }

    /// <summary>US dollars that may be spent in one window of <see cref="LimitReset"/>; null: no limit.</summary>
    public required Usd? Limit { get; init; }

    /// <summary>US dollars that are left of the window's limit, never below 0; null: no limit.</summary>
    public required Usd? LimitRemaining { get; init; }

    /// <summary><c>daily</c>, <c>weekly</c>, <c>monthly</c> or null.</summary>
    public required string? LimitReset { get; init; }

    /// <summary>Whether what is spent at providers with credentials of one's own counts under <see cref="Limit"/>.</summary>
    public required bool IncludeByokInLimit { get; init; }

    /// <summary>US dollars charged since the key was made.</summary>
    public required Usd Usage { get; init; }

    /// <summary>US dollars charged this UTC day.</summary>
    public required Usd UsageDaily { get; init; }

    /// <summary>US dollars charged since Monday, UTC.</summary>
    public required Usd UsageWeekly { get; init; }

    /// <summary>US dollars charged this UTC month.</summary>
    public required Usd UsageMonthly { get; init; }

    /// <summary>US dollars that providers billed to owners of credentials, by this server's prices, since the key was made.</summary>
    public Usd ByokUsage { get; init; }

    /// <summary>US dollars that providers billed to owners of credentials, by this server's prices, this UTC day.</summary>
    public Usd ByokUsageDaily { get; init; }

    /// <summary>US dollars that providers billed to owners of credentials, by this server's prices, since Monday, UTC.</summary>
    public Usd ByokUsageWeekly { get; init; }

    /// <summary>US dollars that providers billed to owners of credentials, by this server's prices, this UTC month.</summary>
    public Usd ByokUsageMonthly { get; init; }

    /// <summary>The user whom the key belongs to; null: it was made without one.</summary>
    public required string? CreatorUserId { get; init; }

    /// <summary>ISO 8601, UTC; null: never.</summary>
    public required string? ExpiresAt { get; init; }
}
