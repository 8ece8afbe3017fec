namespace Weir.OpenRouter;

/// <summary>Image model architecture, as <c>ModelsClient</c> gets it.</summary>
public sealed record ImageModelArchitecture : WireRecord
{
    public IReadOnlyList<string>? InputModalities { get; init; }

    public IReadOnlyList<string>? OutputModalities { get; init; }
}
