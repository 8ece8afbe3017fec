namespace Weir.OpenRouter;

/// <summary>Video model upscale factor, as <c>ModelsClient</c> gets it.</summary>
public sealed record VideoModelUpscaleFactor : WireRecord
{
    public decimal? Max { get; init; }

    public decimal? Min { get; init; }
}
