using Weir.Protocol.Primitives;

namespace Weir.Protocol.Keys;

/// <summary>What every description of a key says about its limit and its spend; US dollars.</summary>
public record KeyUsageFields
{
    public required string Label { get; init; }
    public required Usd? Limit { get; init; }
    public required Usd? LimitRemaining { get; init; }

    /// <summary><c>daily</c>, <c>weekly</c>, <c>monthly</c> or null.</summary>
    public required string? LimitReset { get; init; }

    public required bool IncludeByokInLimit { get; init; }
    public required Usd Usage { get; init; }
    public required Usd UsageDaily { get; init; }
    public required Usd UsageWeekly { get; init; }
    public required Usd UsageMonthly { get; init; }
    public Usd ByokUsage { get; init; }
    public Usd ByokUsageDaily { get; init; }
    public Usd ByokUsageWeekly { get; init; }
    public Usd ByokUsageMonthly { get; init; }
    public required string? CreatorUserId { get; init; }

    /// <summary>ISO 8601, UTC; null: never.</summary>
    public required string? ExpiresAt { get; init; }
}
