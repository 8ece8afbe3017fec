namespace Weir.OpenRouter;

/// <summary>Api key, as <c>KeysClient</c> gets it.</summary>
public sealed record ApiKey : WireRecord
{
    public decimal? ByokUsage { get; init; }

    public decimal? ByokUsageDaily { get; init; }

    public decimal? ByokUsageMonthly { get; init; }

    public decimal? ByokUsageWeekly { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? CreatorUserId { get; init; }

    public bool? Disabled { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? ExpiresAt { get; init; }

    public string? Hash { get; init; }

    public bool? IncludeByokInLimit { get; init; }

    public string? Label { get; init; }

    public decimal? Limit { get; init; }

    public decimal? LimitRemaining { get; init; }

    public string? LimitReset { get; init; }

    public string? Name { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }

    public decimal? Usage { get; init; }

    public decimal? UsageDaily { get; init; }

    public decimal? UsageMonthly { get; init; }

    public decimal? UsageWeekly { get; init; }

    public string? WorkspaceId { get; init; }
}
