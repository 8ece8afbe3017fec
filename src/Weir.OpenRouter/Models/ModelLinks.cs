namespace Weir.OpenRouter;

/// <summary>Model links, as <c>ModelsClient</c> gets it.</summary>
public sealed record ModelLinks : WireRecord
{
    public string? Details { get; init; }
}
