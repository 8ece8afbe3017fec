namespace Weir.OpenRouter;

/// <summary>Percentile stats, as <c>EndpointsClient</c> gets it.</summary>
public sealed record PercentileStats : WireRecord
{
    public decimal? P50 { get; init; }

    public decimal? P75 { get; init; }

    public decimal? P90 { get; init; }

    public decimal? P99 { get; init; }
}
