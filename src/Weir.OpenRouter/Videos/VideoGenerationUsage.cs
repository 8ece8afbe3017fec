namespace Weir.OpenRouter;

/// <summary>Video generation usage, as <c>VideosClient</c> gets it.</summary>
public sealed record VideoGenerationUsage : WireRecord
{
    public decimal? Cost { get; init; }

    public bool? IsByok { get; init; }
}
