namespace Weir.OpenRouter;

/// <summary>What the model answered in a generation that was kept.</summary>
public sealed record GenerationContentDataOutput : WireRecord
{
    /// <summary>The text; null where it wrote none.</summary>
    public string? Completion { get; init; }

    /// <summary>What it thought before; null where it showed nothing.</summary>
    public string? Reasoning { get; init; }
}
