namespace Weir.OpenRouter;

/// <summary>Models count data, as <c>ModelsClient</c> gets it.</summary>
public sealed record ModelsCountData : WireRecord
{
    public long? Count { get; init; }
}
