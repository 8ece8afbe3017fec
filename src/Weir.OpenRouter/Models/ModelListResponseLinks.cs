namespace Weir.OpenRouter;

/// <summary>Model list response links, as <c>ModelsClient</c> gets it.</summary>
public sealed record ModelListResponseLinks : WireRecord
{
    public string? Next { get; init; }
}
