namespace Weir.OpenRouter;

/// <summary>An API key of the account, without its text: what it may spend and what it has spent.</summary>
public sealed record ApiKey : WireRecord
{
    /// <summary>What providers charged on keys of the account's own, USD since the key exists.</summary>
    public decimal? ByokUsage { get; init; }

    /// <summary><see cref="ByokUsage"/> of the current UTC day, USD.</summary>
    public decimal? ByokUsageDaily { get; init; }

    /// <summary><see cref="ByokUsage"/> of the current UTC month, USD.</summary>
    public decimal? ByokUsageMonthly { get; init; }

    /// <summary><see cref="ByokUsage"/> of the current UTC week, Monday to Sunday, USD.</summary>
    public decimal? ByokUsageWeekly { get; init; }

    /// <summary>When it was made, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>Id of the user who made it; null if it is not known.</summary>
    public string? CreatorUserId { get; init; }

    /// <summary>True when it is refused with 401.</summary>
    public bool? Disabled { get; init; }

    /// <summary>When it ends, ISO 8601; null means never.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>What the operations on one key name it by: its SHA-256 as hex.</summary>
    public string? Hash { get; init; }

    /// <summary>True when <see cref="ByokUsage"/> counts for <see cref="Limit"/> too.</summary>
    public bool? IncludeByokInLimit { get; init; }

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

    /// <summary>What somebody called it.</summary>
    public string? Name { get; init; }

    /// <summary>When its settings last changed, ISO 8601; null if they never did.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>Credits that it has spent, USD since it exists.</summary>
    public decimal? Usage { get; init; }

    /// <summary>Credits that it has spent on the current UTC day, USD.</summary>
    public decimal? UsageDaily { get; init; }

    /// <summary>Credits that it has spent in the current UTC month, USD.</summary>
    public decimal? UsageMonthly { get; init; }

    /// <summary>Credits that it has spent in the current UTC week, Monday to Sunday, USD.</summary>
    public decimal? UsageWeekly { get; init; }

    /// <summary>UUID of the workspace that it belongs to.</summary>
    public string? WorkspaceId { get; init; }
}
