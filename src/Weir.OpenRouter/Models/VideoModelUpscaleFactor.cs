namespace Weir.OpenRouter;

/// <summary>By how much a model can make a video larger.</summary>
public sealed record VideoModelUpscaleFactor : WireRecord
{
    /// <summary>Largest factor; null if there is no bound.</summary>
    public decimal? Max { get; init; }

    /// <summary>Smallest factor; null if there is no bound.</summary>
    public decimal? Min { get; init; }
}
