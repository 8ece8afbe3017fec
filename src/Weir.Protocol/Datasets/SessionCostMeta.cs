namespace Weir.Protocol.Datasets;

/// <summary>Which sessions <see cref="SessionCostResponse"/> is about.</summary>
public sealed record SessionCostMeta
{
    /// <summary>ISO 8601, UTC.</summary>
    public required string AsOf { get; init; }

    /// <summary>Version of the form of the data set; always <c>v1</c>.</summary>
    public string Version { get; init; } = "v1";

    /// <summary>How many UTC days; null when there are no sessions.</summary>
    public required int? WindowDays { get; init; }

    /// <summary><c>YYYY-MM-DD</c>, the last of them; null when there are no sessions.</summary>
    public required string? WindowEndDate { get; init; }
}
