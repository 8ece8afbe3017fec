namespace Weir.OpenRouter;

/// <summary>The key that calls: what it may spend and what it has spent.</summary>
public sealed record CurrentKey : WireRecord
{
    /// <summary>What providers charged on keys of the account's own, USD since the key exists.</summary>
    public decimal? ByokUsage { get; init; }

    /// <summary><see cref="ByokUsage"/> of the current UTC day, USD.</summary>
    public decimal? ByokUsageDaily { get; init; }

    /// <summary><see cref="ByokUsage"/> of the current UTC month, USD.</summary>
    public decimal? ByokUsageMonthly { get; init; }

    /// <summary><see cref="ByokUsage"/> of the current UTC week, Monday to Sunday, USD.</summary>
    public decimal? ByokUsageWeekly { get; init; }

    /// <summary>Id of the user who made it; null if it is not known.</summary>
    public string? CreatorUserId { get; init; }

    /// <summary>When it ends, ISO 8601; null means never.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>True when <see cref="ByokUsage"/> counts for <see cref="Limit"/> too.</summary>
    public bool? IncludeByokInLimit { get; init; }

    /// <summary>True when the account never bought credits.</summary>
    public bool? IsFreeTier { get; init; }

    /// <summary>True when it manages keys and settings, and calls no models.</summary>
    public bool? IsManagementKey { get; init; }

    /// <summary>The old name of <see cref="IsManagementKey"/>; always the same.</summary>
    public bool? IsProvisioningKey { get; init; }

    /// <summary>The key's text with its middle hidden: <c>sk-or-v1-0e6...1c96</c>.</summary>
    public string? Label { get; init; }

    /// <summary>What it may spend in a period of <see cref="LimitReset"/>, USD; beyond that it is refused with 402. Null sets no limit.</summary>
    public decimal? Limit { get; init; }

    /// <summary>What is left of <see cref="Limit"/>, USD; null without a limit.</summary>
    public decimal? LimitRemaining { get; init; }

    /// <summary>
    /// How often <see cref="Limit"/> begins anew, at midnight UTC. One of <c>daily</c>, <c>weekly</c> (on Mondays), <c>monthly</c>; null means never.
    /// </summary>
    public string? LimitReset { get; init; }

    /// <summary>Obsolete: it says nothing any more.</summary>
    public CurrentKeyRateLimit? RateLimit { get; init; }

    /// <summary>Credits that it has spent, USD since it exists.</summary>
    public decimal? Usage { get; init; }

    /// <summary>Credits that it has spent on the current UTC day, USD.</summary>
    public decimal? UsageDaily { get; init; }

    /// <summary>Credits that it has spent in the current UTC month, USD.</summary>
    public decimal? UsageMonthly { get; init; }

    /// <summary>Credits that it has spent in the current UTC week, Monday to Sunday, USD.</summary>
    public decimal? UsageWeekly { get; init; }
}
