namespace Weir.OpenRouter;

/// <summary>Model alias target, as <c>ModelsClient</c> gets it.</summary>
public sealed record ModelAliasTarget : WireRecord
{
    public string? Name { get; init; }

    public string? Slug { get; init; }
}
