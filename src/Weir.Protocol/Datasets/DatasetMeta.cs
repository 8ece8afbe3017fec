namespace Weir.Protocol.Datasets;

/// <summary>What a data set is about.</summary>
public sealed record DatasetMeta
{
    /// <summary>ISO 8601, UTC: when it was computed.</summary>
    public required string AsOf { get; init; }

    /// <summary><c>YYYY-MM-DD</c>, the first UTC day.</summary>
    public required string StartDate { get; init; }

    /// <summary><c>YYYY-MM-DD</c>, the last UTC day.</summary>
    public required string EndDate { get; init; }

    /// <summary>Version of the form of the data set; always <c>v1</c>.</summary>
    public string Version { get; init; } = "v1";
}
