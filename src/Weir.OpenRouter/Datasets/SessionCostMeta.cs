namespace Weir.OpenRouter;

/// <summary>Session cost meta, as <c>DatasetsClient</c> gets it.</summary>
public sealed record SessionCostMeta : WireRecord
{
    public string? AsOf { get; init; }

    /// <summary>One of <c>v1</c>.</summary>
    public string? Version { get; init; }

    public long? WindowDays { get; init; }

    public string? WindowEndDate { get; init; }
}
