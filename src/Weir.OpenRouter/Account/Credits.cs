namespace Weir.OpenRouter;

/// <summary>Credits, as <c>AccountClient</c> gets it.</summary>
public sealed record Credits : WireRecord
{
    public decimal? TotalCredits { get; init; }

    public decimal? TotalUsage { get; init; }
}
