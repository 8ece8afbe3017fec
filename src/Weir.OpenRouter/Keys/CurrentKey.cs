namespace Weir.OpenRouter;

/// <summary>Current key, as <c>KeysClient</c> gets it.</summary>
public sealed record CurrentKey : WireRecord
{
    public decimal? ByokUsage { get; init; }

    public decimal? ByokUsageDaily { get; init; }

    public decimal? ByokUsageMonthly { get; init; }

    public decimal? ByokUsageWeekly { get; init; }

    public string? CreatorUserId { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? ExpiresAt { get; init; }

    public bool? IncludeByokInLimit { get; init; }

    public bool? IsFreeTier { get; init; }

    public bool? IsManagementKey { get; init; }

    public bool? IsProvisioningKey { get; init; }

    public string? Label { get; init; }

    public decimal? Limit { get; init; }

    public decimal? LimitRemaining { get; init; }

    public string? LimitReset { get; init; }

    public CurrentKeyRateLimit? RateLimit { get; init; }

    public decimal? Usage { get; init; }

    public decimal? UsageDaily { get; init; }

    public decimal? UsageMonthly { get; init; }

    public decimal? UsageWeekly { get; init; }
}
