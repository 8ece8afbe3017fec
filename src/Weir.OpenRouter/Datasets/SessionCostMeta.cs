namespace Weir.OpenRouter;

/// <summary>What the costs of sessions were sampled over.</summary>
public sealed record SessionCostMeta : WireRecord
{
    /// <summary>When the answer was made, ISO 8601.</summary>
    public string? AsOf { get; init; }

    /// <summary>Version of the form of the data: <c>v1</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Days of the sample; null when none is published.</summary>
    public long? WindowDays { get; init; }

    /// <summary>Last UTC date of the sample, <c>yyyy-MM-dd</c>; null when none is published.</summary>
    public string? WindowEndDate { get; init; }
}
